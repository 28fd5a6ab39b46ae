package org.assay.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. A plain user runs it as is; root runs it in a user namespace
// where it is nobody,
/// or, where namespaces are forbidden, as the user `nobody` who may still reach root's folders.
sealed interface Unprivileged {

  /// Not root: nothing to do.
  record PlainUser() implements Unprivileged {}

  /// Root, with user namespaces.
  record Namespace() implements Unprivileged {}

  /// Root, without user namespaces: the data folder is given to `nobody`.
  record Nobody() implements Unprivileged {}

  List<String> NAMESPACE = List.of("unshare", "--user");
  List<String> NOBODY =
      List.of(
          "setpriv",
          "--reuid=65534",
          "--regid=65534",
          "--clear-groups",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  /// What works on this machine.
  ///
  /// @throws StackException if we are root and nothing does
  static Unprivileged here() {
    if (!System.getProperty("user.name").equals("root")) {
      return new PlainUser();
    }
    if (works(NAMESPACE)) {
      return new Namespace();
    }
    if (works(NOBODY)) {
      return new Nobody();
    }
    throw new StackException(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv may leave root here: start Assay as a plain user");
  }

  /// The command that runs `command` without root's rights.
  default List<String> wrap(List<String> command) {
    List<String> wrapped =
        new ArrayList<>(
            switch (this) {
              case PlainUser() -> List.of();
              case Namespace() -> NAMESPACE;
              case Nobody() -> NOBODY;
            });
    wrapped.addAll(command);
    return wrapped;
  }

  /// Gives a folder or file to the user the wrapped commands run as.
  default void own(Path path) throws IOException {
    if (this instanceof Nobody) {
      Files.setAttribute(path, "unix:uid", 65_534);
    }
  }

  /// A cache whose programs the wrapped commands can run. `nobody` may open files below root's
  // home, but PostgreSQL asks
  /// the system beforehand whether it may, and the system then answers for a `nobody` without our
  // permission.
  ///
  /// @throws StackException if somebody else has made that folder
  default CacheFolder cache(CacheFolder cache) throws IOException {
    if (!(this instanceof Nobody)) {
      return cache;
    }
    Path open = Path.of("/var/tmp/assay-cache");
    Files.createDirectories(open);
    if (!Files.getAttribute(open, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0)) {
      throw new StackException(open + " belongs to somebody else than root: delete it");
    }
    return new CacheFolder(open);
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // the program is not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
