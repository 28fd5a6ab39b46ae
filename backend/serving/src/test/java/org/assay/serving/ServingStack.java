package org.assay.serving;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.devstack.TestStack;

/// Real Keycloak, a control plane by hand, and folders of this run's own.
public class ServingStack implements QuarkusTestResourceLifecycleManager {
  static final String FOLDER = "assay.test.control-plane";

  @Override
  public Map<String, String> start() {
    TestStack stack = TestStack.shared();
    Path folder = folder();
    FolderControlPlane controlPlane = new FolderControlPlane(folder);
    controlPlane.publish(1, List.of());
    Map<String, String> config = new HashMap<>();
    Map<String, String> realm = stack.config(stack.newDatabase());
    config.put("quarkus.oidc.auth-server-url", stack.realm().toString());
    config.put(
        "quarkus.oidc-client.credentials.secret",
        String.valueOf(realm.get("assay.test.client.assay-serving.secret")));
    String server = "http://localhost:" + controlPlane.listen();
    config.put("quarkus.rest-client.server.url", server);
    config.put("quarkus.rest-client.server-files.url", server);
    config.put("assay.serving.cache", folder.resolve("cache").toString());
    config.put("assay.serving.trusted-keys", folder.resolve("keys").toString());
    config.put("assay.serving.request-bytes", "262144");
    config.put(FOLDER, folder.toString());
    return config;
  }

  private static Path folder() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Files.createDirectories(target);
      return Files.createTempDirectory(target, "serving-it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // Keycloak ends with the JVM: other test classes use it too.
  }
}
