package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {
  private static final Rendered USUAL = ValueSet.DEFAULTS.rendered();
  private static final Rendered GPU = ValueSet.GPU.rendered();
  private static final Rendered EVERYTHING = ValueSet.EVERYTHING.rendered();

  @Test
  void fiveProgramsAreRendered() {
    assertThat(USUAL.ofKind("Deployment").map(ChartTest::name))
        .containsExactlyInAnyOrder("gold-server", "gold-console", "gold-serving");
    assertThat(USUAL.ofKind("StatefulSet").map(ChartTest::name)).containsExactly("gold-jobs");
    assertThat(USUAL.ofKind("Job").map(ChartTest::name)).containsExactly("gold-migrate");
  }

  @ParameterizedTest
  @EnumSource
  void everyPodIsRestricted(ValueSet values) {
    assertThat(values.rendered().pods())
        .hasSize(5)
        .allSatisfy(
            pod -> {
              assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
              assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
              assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
              assertThat(pod.path("serviceAccountName").asText()).startsWith("gold-");
              assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                  .isFalse();
              assertThat(Rendered.each(pod.path("volumes")))
                  .noneMatch(volume -> volume.has("hostPath"))
                  .anyMatch(volume -> volume.path("name").asText().equals("tmp"));
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyContainerIsRestrictedAndLimited(ValueSet values) {
    assertThat(values.rendered().pods().stream().flatMap(Rendered::containers))
        .hasSize(7)
        .allSatisfy(
            container -> {
              JsonNode context = container.path("securityContext");
              assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(context.path("runAsNonRoot").asBoolean()).isTrue();
              assertThat(context.path("privileged").asBoolean(true)).isFalse();
              assertThat(container.at("/image").asText()).isNotEmpty();
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
  @EnumSource
  void noSecretIsInAConfigMapOrWrittenAnywhere(ValueSet values) {
    Rendered rendered = values.rendered();
    assertThat(rendered.ofKind("Secret")).isEmpty();
    assertThat(rendered.ofKind("ConfigMap"))
        .hasSize(4)
        .allSatisfy(
            map ->
                assertThat(map.path("data").fieldNames())
                    .toIterable()
                    .noneMatch(
                        key -> key.matches(".*(PASSWORD|SECRET|USERNAME|TOKEN|CREDENTIAL).*")));
    assertThat(
            rendered.pods().stream()
                .flatMap(Rendered::containers)
                .flatMap(container -> Rendered.each(container.path("env"))))
        .filteredOn(
            env -> env.path("name").asText().matches(".*(PASSWORD|SECRET|USERNAME|TOKEN).*"))
        .hasSizeGreaterThanOrEqualTo(11)
        .allSatisfy(
            env -> {
              assertThat(env.has("value")).isFalse();
              assertThat(env.at("/valueFrom/secretKeyRef").has("name")).isTrue();
            });
  }

  @Test
  void theServerIsGivenWhatItReadsPeopleWith() {
    for (JsonNode program :
        List.of(USUAL.one("Deployment", "server"), USUAL.one("StatefulSet", "jobs"))) {
      assertThat(Rendered.each(program.at("/spec/template/spec/containers/0/env")))
          .filteredOn(env -> env.path("name").asText().equals("ASSAY_PEOPLE_SECRET"))
          .singleElement()
          .extracting(env -> env.at("/valueFrom/secretKeyRef/name").asText())
          .isEqualTo("assay-server-client");
    }
  }

  @Test
  void aProgramHasAFixedNumberOfPodsOrAnAutoscaler() {
    for (String program : List.of("server", "console", "serving")) {
      assertThat(USUAL.one("Deployment", program).at("/spec/replicas").asInt()).isEqualTo(2);
      assertThat(EVERYTHING.one("Deployment", program).at("/spec").has("replicas")).isFalse();
      assertThat(
              EVERYTHING
                  .one("HorizontalPodAutoscaler", program)
                  .at("/spec/scaleTargetRef/name")
                  .asText())
          .isEqualTo("gold-" + program);
    }
    assertThat(USUAL.ofKind("HorizontalPodAutoscaler")).isEmpty();
    assertThat(EVERYTHING.one("StatefulSet", "jobs").at("/spec/replicas").asInt()).isEqualTo(2);
  }

  @Test
  void anAutoscalerTakesNoConsoleFromUnderAPerson() {
    String policy = "/spec/behavior/scaleDown/selectPolicy";
    assertThat(EVERYTHING.one("HorizontalPodAutoscaler", "console").at(policy).asText())
        .isEqualTo("Disabled");
    assertThat(EVERYTHING.one("HorizontalPodAutoscaler", "server").at(policy).isMissingNode())
        .isTrue();
  }

  @Test
  void aBrowserStaysWithOneConsoleBehindAGatewayToo() {
    assertThat(
            EVERYTHING
                .one("HTTPRoute", "console")
                .at("/spec/rules/0/sessionPersistence/type")
                .asText())
        .isEqualTo("Cookie");
    assertThat(EVERYTHING.one("HTTPRoute", "server").at("/spec/rules/0").has("sessionPersistence"))
        .isFalse();
  }

  @Test
  void podsArePlacedAsTheValuesSay() {
    JsonNode server = EVERYTHING.one("Deployment", "server").at("/spec/template/spec");
    assertThat(server.path("priorityClassName").asText()).isEqualTo("office");
    assertThat(server.at("/nodeSelector/pool").asText()).isEqualTo("office");
    assertThat(server.at("/topologySpreadConstraints/0/topologyKey").asText())
        .isEqualTo("topology.kubernetes.io/zone");
    assertThat(
            server
                .at(
                    "/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/topologyKey")
                .asText())
        .isEqualTo("kubernetes.io/hostname");
    JsonNode jobs = EVERYTHING.one("StatefulSet", "jobs").at("/spec/template/spec");
    assertThat(jobs.path("priorityClassName").asText()).isEqualTo("background");
    JsonNode serving = EVERYTHING.one("Deployment", "serving").at("/spec/template/spec");
    assertThat(serving.path("nodeSelector")).hasSize(2);
    assertThat(serving.path("tolerations")).hasSize(1);
    assertThat(USUAL.one("Deployment", "serving").at("/spec/template/spec").has("tolerations"))
        .isFalse();
  }

  @Test
  void aProgramTakesFurtherEnvironment() {
    String env = "/spec/template/spec/containers/0/env";
    assertThat(EVERYTHING.one("Deployment", "server").at(env).toString())
        .contains(
            "QUARKUS_LOG_LEVEL", "{\"secretKeyRef\":{\"key\":\"token\",\"name\":\"telemetry\"}}");
    assertThat(EVERYTHING.one("StatefulSet", "jobs").at(env).toString()).contains("spec.nodeName");
    assertThat(EVERYTHING.one("Job", "migrate").at(env).toString()).contains("JDK_JAVA_OPTIONS");
  }

  @Test
  void figuresAreCollectedWhereTheProgramsShowThem() {
    assertThat(USUAL.ofKind("ServiceMonitor")).isEmpty();
    assertThat(EVERYTHING.ofKind("ServiceMonitor"))
        .hasSize(3)
        .allSatisfy(
            monitor -> {
              assertThat(monitor.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
              assertThat(monitor.at("/spec/endpoints/0/path").asText()).isEqualTo("/q/metrics");
              assertThat(monitor.at("/spec/endpoints/0/port").asText()).isEqualTo("http");
            });
    assertThat(setting("server", "ASSAY_MONITORING_SERVING_URLS"))
        .isEqualTo("http://gold-serving-pods:8082");
    assertThat(USUAL.one("Service", "serving-pods").at("/spec/clusterIP").asText())
        .isEqualTo("None");
  }

  private static String setting(String component, String name) {
    return USUAL.one("ConfigMap", component).at("/data/" + name).asText();
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
