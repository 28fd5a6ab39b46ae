package org.assay.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs (initdb, postgres), unpacked from the zonky binaries on the classpath.
record PostgresBinaries(Path folder) {

  /// Unpacks them into the cache unless they are there.
  static PostgresBinaries unpacked(CacheFolder cache) {
    String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    return new PostgresBinaries(
        cache.entry(
            archive.replace(".txz", "") + "-" + Versions.built().postgres(),
            folder -> unpack(archive, folder)));
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  static String archiveName(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String platform = lower.contains("mac") ? "darwin" : lower.contains("linux") ? "linux" : lower;
    boolean arm = processor.equals("aarch64");
    return "postgres-" + platform + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(String archive, Path folder) throws IOException {
    ClassLoader loader = PostgresBinaries.class.getClassLoader();
    try (@Nullable InputStream packed = loader.getResourceAsStream(archive)) {
      if (packed == null) {
        throw new StackException(
            "there is no "
                + archive
                + " on the classpath: this machine's PostgreSQL needs a profile of its own in backend/devstack/pom.xml");
      }
      try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, folder);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the entry " + entry.getName() + " leads out of its archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, EXECUTABLE);
    }
  }

  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);
}
