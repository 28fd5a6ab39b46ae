package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {
  private static final Rendered USUAL = Rendered.of(UnaryOperator.identity());
  private static final Rendered GPU = Rendered.of(command -> command.withValuesFile(Rendered.GPU));

  static Stream<Rendered> both() {
    return Stream.of(USUAL, GPU);
  }

  @Test
  void helmFindsNothingToObjectTo() {
    LintResult result = new Helm(Rendered.CHART).lint().strict().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void fiveProgramsAreRendered() {
    assertThat(USUAL.ofKind("Deployment").map(ChartTest::name))
        .containsExactlyInAnyOrder("gold-server", "gold-console", "gold-serving");
    assertThat(USUAL.ofKind("StatefulSet").map(ChartTest::name)).containsExactly("gold-jobs");
    assertThat(USUAL.ofKind("Job").map(ChartTest::name)).containsExactly("gold-migrate");
  }

  @ParameterizedTest
  @MethodSource("both")
  void everyPodIsRestricted(Rendered rendered) {
    assertThat(rendered.pods())
        .hasSize(5)
        .allSatisfy(
            pod -> {
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
              assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(pod.path("serviceAccountName").asText()).startsWith("gold-");
              assertThat(pod.has("hostNetwork") || pod.has("hostPID")).isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("both")
  void everyContainerIsRestrictedAndLimited(Rendered rendered) {
    assertThat(rendered.pods().stream().flatMap(Rendered::containers))
        .hasSize(7)
        .allSatisfy(
            container -> {
              JsonNode context = container.path("securityContext");
              assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(context.path("runAsNonRoot").asBoolean()).isTrue();
              assertThat(context.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
              assertThat(context.path("capabilities").has("add")).isFalse();
              assertThat(context.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
              assertThat(container.at("/resources/limits").has("memory")).isTrue();
              assertThat(container.at("/resources/requests").has("cpu")).isTrue();
            });
  }

  @Test
  void everyLongRunningProgramIsProbed() {
    List<JsonNode> programs =
        Stream.of(
                USUAL.one("Deployment", "server"),
                USUAL.one("StatefulSet", "jobs"),
                USUAL.one("Deployment", "console"),
                USUAL.one("Deployment", "serving"))
            .map(object -> object.at("/spec/template/spec/containers/0"))
            .toList();
    assertThat(programs)
        .allSatisfy(
            program -> {
              assertThat(program.at("/livenessProbe/httpGet/path").asText())
                  .isEqualTo("/q/health/live");
              assertThat(program.at("/readinessProbe/httpGet/path").asText())
                  .isEqualTo("/q/health/ready");
            });
  }

  @Test
  void jobsRunInTheJobPodsAlone() {
    assertThat(setting("server", "ASSAY_JOBS_ENABLED")).isEqualTo("false");
    assertThat(setting("jobs", "ASSAY_JOBS_ENABLED")).isEqualTo("true");
    assertThat(setting("jobs", "ASSAY_WORKER_ADDRESS_SPACE")).isEqualTo("6000000000");
    assertThat(setting("server", "ASSAY_DEMO")).isEqualTo("false");
  }

  @Test
  void aBrowserStaysWithOneConsole() {
    assertThat(USUAL.one("Service", "console").at("/spec/sessionAffinity").asText())
        .isEqualTo("ClientIP");
    Rendered open = Rendered.of(command -> command.set("console.ingress.enabled", "true"));
    assertThat(
            open.one("Ingress", "console")
                .at("/metadata/annotations/nginx.ingress.kubernetes.io~1affinity")
                .asText())
        .isEqualTo("cookie");
  }

  @Test
  void servingTakesADeviceOnlyWhereItIsAskedTo() {
    String limit = "/spec/template/spec/containers/0/resources/limits/nvidia.com~1gpu";
    assertThat(USUAL.one("Deployment", "serving").at(limit).isMissingNode()).isTrue();
    assertThat(GPU.one("Deployment", "serving").at(limit).asInt()).isEqualTo(1);
    assertThat(GPU.one("ConfigMap", "serving").at("/data/ASSAY_SERVING_DEVICE").asText())
        .isEqualTo("cuda");
    assertThat(
            GPU.one("Deployment", "serving").at("/spec/template/spec/containers/0/image").asText())
        .startsWith("assay/serving-gpu:");
  }

  @Test
  void anImageWithADigestIsTakenByIt() {
    String digest = "sha256:" + "ab".repeat(32);
    Rendered rendered = Rendered.of(command -> command.set("server.image.digest", digest));
    assertThat(
            rendered
                .one("Deployment", "server")
                .at("/spec/template/spec/containers/0/image")
                .asText())
        .isEqualTo("assay/server@" + digest);
  }

  @ParameterizedTest
  @CsvSource({
    "server.replicas, 0, replicas",
    "oidc.issuer, http://sso.example.org/realms/assay, issuer",
    "database.url, jdbc:postgresql://db/assay?user=ada&password=secret, url",
    "serving.gpu.enabled, perhaps, enabled",
    "server.image.digest, sha256:abc, digest",
    "database.password, secret, password",
    "serving.gpu.count, 0, count"
  })
  void aWrongValueIsRefusedByItsName(String value, String given, String named) {
    assertThatThrownBy(() -> Rendered.of(command -> command.set(value, given)))
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @MethodSource("both")
  void noSecretIsInAConfigMapOrWrittenAnywhere(Rendered rendered) {
    assertThat(rendered.ofKind("Secret")).isEmpty();
    assertThat(rendered.ofKind("ConfigMap"))
        .hasSize(4)
        .allSatisfy(
            map ->
                assertThat(map.path("data").fieldNames())
                    .toIterable()
                    .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|USERNAME|TOKEN).*")));
    assertThat(
            rendered.pods().stream()
                .flatMap(Rendered::containers)
                .flatMap(container -> Rendered.each(container.path("env"))))
        .filteredOn(env -> env.path("name").asText().matches(".*(PASSWORD|SECRET|USERNAME).*"))
        .hasSize(9)
        .allSatisfy(
            env -> {
              assertThat(env.has("value")).isFalse();
              assertThat(env.at("/valueFrom/secretKeyRef").has("name")).isTrue();
            });
  }

  private static String setting(String component, String name) {
    return USUAL.one("ConfigMap", component).at("/data/" + name).asText();
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
