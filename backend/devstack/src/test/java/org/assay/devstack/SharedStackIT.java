package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A JVM of its own uses the shared stack and ends; nothing may be left of it.
class SharedStackIT {

  @TempDir Path temporary;

  @Test
  void aJvmThatUsedTheStackLeavesNoProcessAndNoFolder() throws IOException {
    Path log = temporary.resolve("user.log");
    Path tmp = Files.createDirectory(temporary.resolve("tmp"));
    Program user =
        new Program(
            "a test JVM",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + tmp,
                "-cp",
                System.getProperty("java.class.path"),
                "org.assay.devstack.SharedStackIT$User"),
            Map.of(),
            temporary,
            log,
            "TERM");
    Child.run(user, Duration.ofMinutes(2));
    assertThat(Files.readString(log)).contains("databases assay_test_1 assay_test_2");
    try (Stream<Path> left = Files.list(tmp)) {
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("assay"))).isEmpty();
    }
    try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
      assertThat(
              processes.filter(
                  process -> process.info().commandLine().orElse("").contains(tmp.toString())))
          .isEmpty();
    }
  }

  /// What runs in that JVM: two callers ask for the stack.
  static final class User {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Database first = TestStack.shared().newDatabase();
      TestStack stack = TestStack.shared();
      Database second = stack.newDatabase();
      Map<String, String> config = stack.config(second);
      require(config.get("quarkus.datasource.jdbc.url").endsWith("/assay_test_2"));
      require(config.get("assay.test.client.assay-console.secret").length() >= 32);
      require(!stack.tokens().person("rosa").isEmpty());
      URI keys = URI.create(stack.realm() + "/protocol/openid-connect/certs");
      require(
          HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.discarding())
                  .statusCode()
              == 200);
      System.out.println("databases " + first.name() + " " + second.name());
    }

    private static void require(boolean condition) {
      if (!condition) {
        throw new IllegalStateException("the shared stack is not as promised");
      }
    }
  }
}
