package org.assay.worker.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of a worker.
final class WorkerCommand {
  private static final String MAIN = "org.assay.worker.Main";

  private WorkerCommand() {}

  static List<String> line(
      WorkerHome home, Confinement confinement, WorkerLimits limits, Path folder) {
    List<String> java = new ArrayList<>();
    java.add(home.java().toString());
    java.add("-Xmx" + limits.heapBytes());
    java.add("-XX:+UseSerialGC");
    java.add("-XX:TieredStopAtLevel=1");
    java.add("-XX:CompressedClassSpaceSize=64m");
    java.add("-XX:ReservedCodeCacheSize=64m");
    java.add("-XX:+DisableAttachMechanism");
    java.add("-XX:-UsePerfData");
    java.add("-XX:-CreateCoredumpOnCrash");
    java.add("-XX:+ExitOnOutOfMemoryError");
    java.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
    java.add("-Djava.io.tmpdir=" + folder);
    java.add("-Duser.home=" + folder);
    java.add("-Dstdout.encoding=UTF-8");
    java.add("--enable-native-access=ALL-UNNAMED");
    java.add("--sun-misc-unsafe-memory-access=allow");
    java.add("-cp");
    java.add(home.libraries() + "/*");
    java.add(MAIN);
    return confinement.confined(limits, java);
  }
}
