package org.assay.console.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.assay.devstack.OwnAssay;
import org.junit.jupiter.api.Test;

/// The README's walk by curl is run as it is written.
class ReadmeIT {
  private static final String BEGIN = "<!-- walk -->\n```bash\n";
  private static final String END = "```\n<!-- /walk -->";

  @Test
  void theWalkByCurlRunsAsWritten() throws IOException, InterruptedException {
    OwnAssay assay = RunningAssay.shared();
    Path script = Path.of("target", "readme-walk.sh").toAbsolutePath();
    Path log = Path.of("target", "readme-walk.log").toAbsolutePath();
    Files.writeString(script, walk());
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.directory(RunningAssay.ROOT.toFile());
    builder.environment().putAll(assay.environment());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("\"verdict\":\"open\"", "refused, as it must be", "release.revoked");
  }

  private static String walk() throws IOException {
    String readme = Files.readString(RunningAssay.ROOT.resolve("README.md"));
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END, begin);
    assertThat(begin).as("the README holds the walk").isPositive();
    return readme.substring(begin + BEGIN.length(), end);
  }
}
