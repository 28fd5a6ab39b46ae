package org.assay.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How Assay's own programs are started on one machine: their command lines and their environment.
final class Apps {

  private final Settings settings;
  private final DemoRealm realm;

  Apps(Settings settings, DemoRealm realm) {
    this.settings = settings;
    this.realm = realm;
  }

  /// The server, the console beside it, and serving once the server has written its public key.
  List<App> all() {
    return List.of(server(), console(), serving());
  }

  /// @throws StackException if one of them is not built
  void requireBuilt() {
    for (Path folder :
        List.of(Path.of("backend/server"), Path.of("ui"), Path.of("backend/serving"))) {
      Path jar = runner(folder);
      if (!Files.exists(jar)) {
        throw new StackException(
            settings.root().relativize(jar) + " is missing: run ./assay build first");
      }
    }
  }

  private App server() {
    return new App(
        program(
            "server",
            "backend/server",
            List.of("-Xmx" + settings.serverHeap()),
            Map.ofEntries(
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(settings.api())),
                Map.entry(
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    new Database(settings.postgres(), Databases.MAIN).jdbcUrl()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", Database.APP_USER),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", Database.APP_PASSWORD),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString()),
                Map.entry("ASSAY_FILES_FOLDER", settings.data().resolve("files").toString()),
                Map.entry("ASSAY_KEYS_FOLDER", keys().toString()),
                Map.entry(
                    "ASSAY_WORKER_HOME",
                    settings.root().resolve("backend/worker/target/worker").toString()),
                Map.entry(
                    "ASSAY_MONITORING_SERVING_URLS", Settings.local(settings.serving()).toString()),
                Map.entry("ASSAY_PEOPLE_SECRET", realm.secret("assay-server")),
                Map.entry("ASSAY_DEMO", "true"))),
        settings.api(),
        null);
  }

  private App serving() {
    String secret = realm.secret("assay-serving");
    return new App(
        program(
            "serving",
            "backend/serving",
            List.of("-Xmx512m"),
            Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(settings.serving()),
                "QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString(),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", settings.realm().toString(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "assay-serving",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secret,
                "ASSAY_SERVER_URL", Settings.local(settings.api()).toString(),
                "ASSAY_SERVING_CLIENT_ID", "assay-serving",
                "ASSAY_SERVING_CLIENT_SECRET", secret,
                "ASSAY_SERVING_CACHE", settings.data().resolve("serving-cache").toString(),
                "ASSAY_TRUSTED_KEYS", keys().resolve("public").toString())),
        settings.serving(),
        "server");
  }

  private App console() {
    return new App(
        program(
            "console",
            "ui",
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(settings.console()),
                "QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString(),
                "QUARKUS_OIDC_CLIENT_ID", "assay-console",
                "QUARKUS_OIDC_CREDENTIALS_SECRET", realm.secret("assay-console"),
                "QUARKUS_REST_CLIENT_SERVER_URL", Settings.local(settings.api()).toString(),
                "ASSAY_SERVING_URL", Settings.local(settings.serving()).toString())),
        settings.console(),
        null);
  }

  /// What brings the demo's models through the API: `ASSAY_DEMO_COMMAND` (run by `sh -c`) or the
  // demo's loader.
  Program demo(Map<String, String> environment) {
    String own = environment.getOrDefault("ASSAY_DEMO_COMMAND", "");
    String target = settings.root().resolve("backend/demo/target").toString();
    List<String> command =
        own.isBlank()
            ? List.of(
                java(),
                "-Xmx256m",
                "-cp",
                target + "/classes:" + target + "/lib/*",
                "org.assay.demo.DemoLoader")
            : List.of("sh", "-c", own);
    return new Program(
        "demo",
        command,
        Map.of(
            "ASSAY_API_URL", Settings.local(settings.api()).toString(),
            "ASSAY_SERVING_URL", Settings.local(settings.serving()).toString(),
            "ASSAY_TOKEN_URL", settings.realm() + "/protocol/openid-connect/token"),
        settings.root(),
        settings.log("demo"),
        "TERM");
  }

  private Path keys() {
    return settings.data().resolve("keys");
  }

  private Path runner(Path module) {
    return settings.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private Program program(
      String name, String module, List<String> flags, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(flags);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            runner(Path.of(module)).toString()));
    Map<String, String> all = new HashMap<>(environment);
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1"); // the demo's passwords are known to everybody
    return new Program(name, command, all, settings.root(), settings.log(name), "TERM");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
