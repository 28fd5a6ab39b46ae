package org.assay.serving.releases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Bundles and files on disk, a folder for each release, and the largest epoch seen. Nothing in it
/// is trusted: it saves the way to the control plane, no check.
final class ReleaseCache {
  private static final Logger LOG = Logger.getLogger(ReleaseCache.class);
  private static final String BUNDLE = "bundle.json";
  private static final String FILES = "files";
  private static final String EPOCH = "epoch";

  private final Path folder;
  private long remembered = -1;
  private List<UUID> kept = List.of();

  /// @param folder made if it is not there, for this user alone
  ReleaseCache(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /// The largest epoch seen before this process started; 0 where none is written down.
  long epoch() throws IOException {
    try {
      return Long.parseLong(Files.readString(folder.resolve(EPOCH)).strip());
    } catch (NoSuchFileException e) {
      return 0;
    } catch (NumberFormatException e) {
      throw new IOException(folder.resolve(EPOCH) + " holds no number: delete it", e);
    }
  }

  /// Writes the epoch down and drops what belongs to no release of the feed.
  synchronized void remember(long epoch, List<UUID> releases) {
    try {
      if (epoch != remembered) {
        write(folder.resolve(EPOCH), Long.toString(epoch).getBytes(StandardCharsets.US_ASCII));
        remembered = epoch;
      }
      if (!releases.equals(kept)) {
        dropAllBut(releases);
        kept = releases;
      }
    } catch (IOException e) {
      LOG.warnf("the cache folder %s cannot be written: %s", folder, e.getMessage());
    }
  }

  private void dropAllBut(Collection<UUID> releases) throws IOException {
    List<String> names = releases.stream().map(UUID::toString).toList();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.filter(Files::isDirectory).toList()) {
        if (!names.contains(String.valueOf(each.getFileName()))) {
          delete(each);
        }
      }
    }
  }

  /// Forgets one release.
  void drop(UUID release) throws IOException {
    if (Files.exists(folder.resolve(release.toString()))) {
      delete(folder.resolve(release.toString()));
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /// Where the release's bundle is, or would be.
  Path bundle(UUID release) {
    return folder.resolve(release.toString()).resolve(BUNDLE);
  }

  /// The folder with exactly the release's files.
  Path files(UUID release) {
    return folder.resolve(release.toString()).resolve(FILES);
  }

  /// Writes a whole file or none.
  static void write(Path target, byte[] content) throws IOException {
    Files.createDirectories(parent(target));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// As [#write], from a stream.
  ///
  /// @throws IOException also when there are more than `limit` bytes
  static void write(Path target, InputStream content, long limit) throws IOException {
    Files.createDirectories(parent(target));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      byte[] piece = new byte[1 << 16];
      long size = 0;
      for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
        size += read;
        if (size > limit) {
          throw new IOException("larger than " + limit + " bytes");
        }
        out.write(piece, 0, read);
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path parent(Path target) {
    Path parent = target.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(target + " has no folder");
    }
    return parent;
  }
}
