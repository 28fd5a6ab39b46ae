package org.assay.worker.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Which limits this machine can hold a worker to, tried once.
///
/// @param prlimit whether resource limits can be set
/// @param network whether a process can be started without network
record Confinement(boolean prlimit, boolean network) {
  private static final long TRIAL_SECONDS = 10;

  /// Seconds between SIGXCPU, which says what ran out, and SIGKILL, which does not.
  private static final long GRACE = 5;

  static Confinement tried() {
    return new Confinement(
        works(List.of("prlimit", "--core=0", "true")), works(List.of("unshare", "-rn", "true")));
  }

  /// The command with the limits before it, as far as they can be held here.
  List<String> confined(WorkerLimits limits, List<String> command) {
    List<String> confined = new ArrayList<>();
    if (prlimit) {
      confined.add("prlimit");
      confined.add("--as=" + limits.addressSpaceBytes());
      confined.add("--cpu=%d:%d".formatted(limits.cpuSeconds(), limits.cpuSeconds() + GRACE));
      confined.add("--nofile=" + limits.openFiles());
      confined.add("--fsize=" + limits.fileBytes());
      confined.add("--core=0");
    }
    if (network) {
      confined.addAll(List.of("unshare", "-rn"));
    }
    confined.addAll(command);
    return confined;
  }

  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!prlimit) {
      missing.add(
          "Workers run without limits on address space, processor time and files, because prlimit"
              + " cannot be used here: install util-linux, or limit the container.");
    }
    if (!network) {
      missing.add(
          "Workers keep the network, because unshare -rn is not allowed here: allow user namespaces,"
              + " or deny egress with a NetworkPolicy.");
    }
    return missing;
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
