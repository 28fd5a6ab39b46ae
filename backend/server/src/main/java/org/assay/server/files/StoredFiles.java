package org.assay.server.files;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// A content-addressed store: bytes are streamed in while they are hashed, and then have the name
/// of their digest. The same bytes are kept once; a file in the store never changes.
@ApplicationScoped
public class StoredFiles {
  private static final int BUFFER = 1 << 16;
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final FilesConfig config;

  StoredFiles(FilesConfig config) {
    this.config = config;
  }

  void prepare(@Observes StartupEvent event) {
    try {
      Files.createDirectories(incoming());
      removeAbandoned();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the file store cannot be used: " + root(), e);
    }
  }

  /// Takes all bytes of the stream into the store.
  ///
  /// @param limit bytes at most
  /// @throws Refusal.TooLarge as soon as the limit is passed; nothing is kept
  /// @throws Refusal.Invalid when the stream breaks off; nothing is kept
  public StoredFile store(InputStream content, long limit) {
    Path draft = incoming().resolve(UUID.randomUUID() + ".part");
    try {
      StoredFile stored = receive(content, draft, limit);
      Path target = path(stored.sha256());
      Files.createDirectories(target.getParent());
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return stored;
    } catch (IOException e) {
      throw new Refusal.Invalid(
          Sentence.of("files.upload-broke-off", e.getMessage()),
          Sentence.of("files.upload-broke-off.remedy"));
    } finally {
      discard(draft);
    }
  }

  /// Opens bytes of the store for reading.
  public InputStream open(String sha256) {
    try {
      return Files.newInputStream(path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException("The store has lost " + sha256, e);
    }
  }

  /// Where the bytes lie; to be read, never written.
  public Path path(String sha256) {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
    return root().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  /// Writes a file, reads it back and removes it.
  ///
  /// @return how many bytes there is room for
  /// @throws IOException when the store does not do that
  public long roomAfterATry() throws IOException {
    Path draft = incoming().resolve(UUID.randomUUID() + ".part");
    byte[] wanted = draft.toString().getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(draft, wanted, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
      if (!Arrays.equals(Files.readAllBytes(draft), wanted)) {
        throw new IOException("The store gives back other bytes than it took.");
      }
      return Files.getFileStore(draft).getUsableSpace();
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static StoredFile receive(InputStream content, Path draft, long limit)
      throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (FileChannel out =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > limit) {
          throw new Refusal.TooLarge(
              Sentence.of("files.too-large", limit), Sentence.of("files.too-large.remedy"));
        }
        digest.update(buffer, 0, n);
        writeAll(out, ByteBuffer.wrap(buffer, 0, n));
      }
      out.force(true);
    }
    return new StoredFile(HexFormat.of().formatHex(digest.digest()), size);
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  private void removeAbandoned() throws IOException {
    Instant before = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming(), "*.part")) {
      for (Path part : parts) {
        if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
          discard(part);
        }
      }
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path root() {
    return config.folder();
  }

  private Path incoming() {
    return root().resolve("incoming");
  }
}
