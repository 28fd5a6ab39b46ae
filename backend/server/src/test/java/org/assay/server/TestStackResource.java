package org.assay.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assay.devstack.TestStack;

/// Real PostgreSQL with a database of its own, real Keycloak, folders under `target`.
public class TestStackResource implements QuarkusTestResourceLifecycleManager {
  /// The folder of the two servings by hand, `first` and `second`; a third address answers never.
  public static final String SERVINGS = "assay.test.servings";

  @Override
  public Map<String, String> start() {
    TestStack stack = TestStack.shared();
    Map<String, String> config = new HashMap<>(stack.config(stack.newDatabase()));
    Path target = Path.of("target").toAbsolutePath();
    config.put("assay.files.folder", folder(target, "files"));
    config.put("assay.keys.folder", folder(target, "keys"));
    config.put("assay.worker.folder", folder(target, "workers"));
    config.put(
        "assay.worker.home", target.resolve("../../worker/target/worker").normalize().toString());
    config.put("assay.jobs.poll", "PT0.2S");
    config.put("assay.jobs.backoff", "PT0.2S");
    config.put("assay.demo", "true");
    Path servings = Path.of(folder(target, "servings"));
    config.put(SERVINGS, servings.toString());
    config.put(
        "assay.monitoring.serving-urls",
        "%s,%s,http://localhost:1"
            .formatted(
                FileServing.start(servings.resolve("first")),
                FileServing.start(servings.resolve("second"))));
    config.put("assay.monitoring.every", "PT0.2S");
    return config;
  }

  @Override
  public void stop() {
    // The stack ends with the JVM: other test classes use it too.
  }

  private static String folder(Path target, String name) {
    try {
      Files.createDirectories(target);
      return Files.createTempDirectory(target, name).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
