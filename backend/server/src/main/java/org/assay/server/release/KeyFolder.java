package org.assay.server.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.assay.attestation.SigningKey;

/// The folder of the signing key: `signing.pem`, and `public/<key id>.pem` for whoever verifies. A
/// key that was made here says so in its own file, so that it is known as a demo key wherever it
/// is copied to.
record KeyFolder(Path folder) {
  static final String DEMO_MARK = "# demo key: made at a first start, not for production";

  /// The key for production: given, and not made by a demo.
  ///
  /// @throws IllegalStateException with what to do, when there is none or it is a demo key
  SigningKey given() throws IOException {
    if (!Files.exists(file())) {
      throw new IllegalStateException(
          "There is no signing key "
              + file().toAbsolutePath()
              + ": make one with \"openssl genpkey -algorithm EC -pkeyopt"
              + " ec_paramgen_curve:P-256\", put it there with mode 600, or start a demo with"
              + " ASSAY_DEMO=true.");
    }
    if (Files.readString(file(), StandardCharsets.US_ASCII).contains(DEMO_MARK)) {
      throw new IllegalStateException(
          "The signing key "
              + file().toAbsolutePath()
              + " was made by a demo and never signs in production: replace it by a key of your"
              + " own, and have serving trust that one alone.");
    }
    SigningKey key = SigningKey.load(file());
    if (Files.isWritable(folder)) {
      publish(key);
    }
    return key;
  }

  /// The key for a demo: made and marked where there is none.
  SigningKey givenOrMade() throws IOException {
    if (!Files.exists(file())) {
      make();
    }
    SigningKey key = SigningKey.load(file());
    publish(key);
    return key;
  }

  /// The file comes to its name only when it is whole and marked.
  private void make() throws IOException {
    Files.createDirectories(folder);
    Path draft = folder.resolve("signing." + UUID.randomUUID() + ".part");
    SigningKey.generate().save(draft);
    Files.writeString(
        draft, DEMO_MARK + "\n", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void publish(SigningKey key) throws IOException {
    Path published = folder.resolve("public").resolve(key.keyId() + ".pem");
    if (!Files.exists(published)) {
      Files.createDirectories(published.getParent());
      Path draft = published.resolveSibling(key.keyId() + "." + UUID.randomUUID() + ".part");
      Files.writeString(draft, key.publicKeyPem(), StandardCharsets.US_ASCII);
      Files.move(
          draft, published, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Whether the file is there and has the key of this id.
  boolean holds(String keyId) {
    try {
      return SigningKey.load(file()).keyId().equals(keyId);
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether the file says that a demo made it.
  boolean isDemo() {
    try {
      return Files.readString(file(), StandardCharsets.US_ASCII).contains(DEMO_MARK);
    } catch (IOException e) {
      return false;
    }
  }

  private Path file() {
    return folder.resolve("signing.pem");
  }
}
