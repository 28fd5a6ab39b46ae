package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A wrong value is refused before anything is installed, and the refusal names it.
class SchemaTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "server.replicas; 0; server/replicas",
        "jobs.threads; 0; jobs/threads",
        "oidc.issuer; http://sso.example.org/realms/assay; oidc/issuer",
        "database.url; jdbc:postgresql://db/assay?user=ada&password=secret; database/url",
        "database.port; 70000; database/port",
        "serving.gpu.enabled; perhaps; serving/gpu/enabled",
        "serving.gpu.count; 0; serving/gpu/count",
        "server.image.digest; sha256:abc; server/image/digest",
        "server.image.repository; images.example.org/server:latest; server/image/repository",
        "image.tag; a b; image/tag",
        "image.pullPolicy; Sometimes; image/pullPolicy",
        "files.size; much; files/size",
        "files.accessMode; ReadOnlyMany; files/accessMode",
        "scheduling.spread; racks; scheduling/spread",
        "scheduling.antiAffinity; always; scheduling/antiAffinity",
        "console.ingress.host; https://assay.example.org/; console/ingress/host",
        "console.sessionSeconds; 0; console/sessionSeconds",
        "console.clientSecret; Not_A_Name; console/clientSecret",
        "console.route.enabled; true; gateway",
        "server.autoscaling.cpu; 200; server/autoscaling/cpu",
        "server.javaOptions; Xmx1g; server/javaOptions",
        "serving.resources.limits.memory; plenty; serving/resources/limits/memory",
        "monitoring.interval; often; monitoring/interval",
        "monitoring.serviceMonitors; sometimes; monitoring/serviceMonitors",
        "serving.callers[0].cidr; 10.0.0.0/8; serving/callers/0",
        "serving.callers[0].ipBlock.cidr; everywhere; serving/callers/0/ipBlock/cidr"
      })
  void aWrongValueIsRefusedByItsName(String value, String given, String named) {
    assertThatThrownBy(() -> Rendered.of(command -> command.set(value, given)))
        .hasMessageContaining("values don't meet the specifications of the schema")
        .hasMessageContaining("/" + named);
  }

  @ParameterizedTest
  @CsvSource({
    "database.password, secret, password",
    "replicas, 2, replicas",
    "server.replica, 2, replica",
    "serving.gpu.memory, 2, memory",
    "files.s4, bucket, s4",
    "networkPolicy.enable, false, enable"
  })
  void aValueThatTheChartDoesNotKnowIsRefused(String value, String given, String named) {
    assertThatThrownBy(() -> Rendered.of(command -> command.set(value, given)))
        .hasMessageContaining("additional properties '%s' not allowed".formatted(named));
  }

  @ParameterizedTest
  @CsvSource({"MAIL_PASSWORD", "apiToken", "AWS_SECRET_ACCESS_KEY", "CREDENTIALS"})
  void aSecretIsNotWrittenIntoTheEnvironment(String name) {
    assertThatThrownBy(
            () ->
                Rendered.of(
                    command ->
                        command.set("server.env[0].name", name).set("server.env[0].value", "open")))
        .hasMessageContaining("/server/env/0");
    Rendered named =
        Rendered.of(
            command ->
                command
                    .set("server.env[0].name", name)
                    .set("server.env[0].valueFrom.secretKeyRef.name", "mail")
                    .set("server.env[0].valueFrom.secretKeyRef.key", "password"));
    assertThat(named.one("Deployment", "server").toString()).contains(name);
  }

  @Test
  void anAutoscalerNeedsAReason() {
    assertThatThrownBy(
            () ->
                Rendered.of(
                    command ->
                        command
                            .set("serving.autoscaling.enabled", "true")
                            .set("serving.autoscaling.cpu", "0")))
        .hasMessageContaining("/serving/autoscaling/metrics");
  }

  @Test
  void anAutoscalersBoundsAreInOrder() {
    assertThatThrownBy(
            () ->
                Rendered.of(
                    command ->
                        command
                            .set("console.autoscaling.enabled", "true")
                            .set("console.autoscaling.minReplicas", "9")))
        .hasMessageContaining(
            "console.autoscaling.maxReplicas is 4, which is less than its minReplicas 9");
  }

  @Test
  void aMissingPartIsRefusedByItsName() throws IOException {
    Path values = Files.writeString(folder.resolve("values.yaml"), "oidc: null\n");
    assertThatThrownBy(() -> new Helm(Rendered.CHART).template().withValuesFile(values).call())
        .hasMessageContaining("oidc");
  }

  @Test
  void everyObjectOfTheSchemaIsClosed() throws IOException {
    JsonNode schema = Rendered.YAML.readTree(Rendered.CHART.resolve("values.schema.json").toFile());
    List<String> open =
        objects("", schema)
            .filter(
                place -> !place.matches(".*/(matchExpressions|metrics)/items|/properties/global"))
            .toList();
    assertThat(open).isEmpty();
  }

  /// Where the schema describes an object that may have any field.
  private static Stream<String> objects(String place, JsonNode node) {
    Stream<String> inner =
        node.isObject()
            ? node.properties().stream()
                .filter(entry -> !List.of("if", "then", "allOf").contains(entry.getKey()))
                .flatMap(entry -> objects(place + "/" + entry.getKey(), entry.getValue()))
            : Stream.empty();
    boolean open = node.path("type").asText().equals("object") && !node.has("additionalProperties");
    return open ? Stream.concat(Stream.of(place), inner) : inner;
  }
}
