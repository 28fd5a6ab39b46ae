package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder for what is prepared once and then only read: PostgreSQL's binaries, Keycloak's
// prepared home, its imported
/// realm. Shared by all checkouts of one user and safe to delete; an entry is either whole or
// absent.
record CacheFolder(Path path) {

  /// Makes one entry of the cache.
  @FunctionalInterface
  interface Preparation {
    void into(Path folder) throws IOException;
  }

  /// `ASSAY_CACHE`, else `$XDG_CACHE_HOME/assay`, else `~/.cache/assay`.
  static CacheFolder of(Map<String, String> environment) {
    @Nullable String own = environment.get("ASSAY_CACHE");
    if (own != null && !own.isBlank()) {
      return new CacheFolder(Path.of(own).toAbsolutePath());
    }
    @Nullable String shared = environment.get("XDG_CACHE_HOME");
    Path parent =
        shared != null && !shared.isBlank()
            ? Path.of(shared)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new CacheFolder(parent.resolve("assay").toAbsolutePath());
  }

  /// The entry called `name`, prepared first if it is not there. Two processes that want it at
  // once: one prepares, the
  /// other waits.
  Path entry(String name, Preparation preparation) {
    Path entry = path.resolve(name);
    if (Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Files.createDirectories(path);
      try (FileChannel channel =
              FileChannel.open(
                  path.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(entry)) {
          prepare(entry, preparation);
        }
      }
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + entry, e);
    }
  }

  private void prepare(Path entry, Preparation preparation) throws IOException {
    Path partial = path.resolve(entry.getFileName() + ".partial");
    delete(partial);
    Files.createDirectories(partial);
    preparation.into(partial);
    Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes a folder and all in it; one that is not there is fine.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
