package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;

/// One key for each dataset, a file that only the server's account reads, made at first use. With
/// the key gone, no pseudonym given out can be tried against guesses any more.
@ApplicationScoped
class DatasetKeys {
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final KeysConfig config;
  private final SecureRandom random = new SecureRandom();

  DatasetKeys(KeysConfig config) {
    this.config = config;
  }

  DatasetKey of(UUID dataset) {
    Path folder = config.folder().resolve("datasets");
    Path file = folder.resolve(dataset + ".key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder, PRIVATE_FOLDER);
        create(folder, file);
      }
      return new DatasetKey(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The key of dataset " + dataset + " cannot be used", e);
    }
  }

  /// Written aside and linked into place: of two that begin at once, the first one's key stays,
  /// and nobody ever reads half a key.
  private void create(Path folder, Path file) throws IOException {
    byte[] secret = new byte[DatasetKey.BYTES];
    random.nextBytes(secret);
    Path draft = Files.createTempFile(folder, "new", ".part", PRIVATE);
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        out.write(ByteBuffer.wrap(secret));
        out.force(true);
      }
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another read made the key first: that one counts.
      return;
    } finally {
      Files.delete(draft);
    }
  }
}
