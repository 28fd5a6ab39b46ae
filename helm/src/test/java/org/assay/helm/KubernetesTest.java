package org.assay.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is rendered has the structure that Kubernetes knows: an API server may ignore a field that
// it does not
/// know, and then something is not as it was meant.
class KubernetesTest {

  @ParameterizedTest
  @EnumSource
  void everyObjectHasOnlyFieldsThatKubernetesKnows(ValueSet values) {
    assertThat(values.rendered().objects())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            object -> {
              HasMetadata known = KubernetesObject.read(object);
              assertThat(known.getApiVersion()).isEqualTo(object.path("apiVersion").asText());
              assertThat(known.getMetadata().getName()).matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment, server, /spec/template/spec/containers/0/securityContext",
    "Deployment, serving, /spec/template/spec/containers/0/startupProbe/httpGet",
    "StatefulSet, jobs, /spec/template/spec",
    "Job, migrate, /spec",
    "NetworkPolicy, server, /spec/ingress/0",
    "PodDisruptionBudget, console, /spec",
    "HorizontalPodAutoscaler, console, /spec/behavior/scaleDown",
    "Ingress, console, /spec/rules/0/http/paths/0/backend",
    "HTTPRoute, console, /spec/rules/0/backendRefs/0",
    "ServiceMonitor, serving, /spec/endpoints/0",
    "ConfigMap, console, ''"
  })
  void aMisspeltFieldIsFound(String kind, String component, String place) {
    JsonNode object = ValueSet.EVERYTHING.rendered().one(kind, component).deepCopy();
    assertThat(object.at(place)).isInstanceOf(ObjectNode.class);
    ((ObjectNode) object.at(place)).put("readOnlyRootFileSystem", true);
    assertThatThrownBy(() -> KubernetesObject.read(object))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("readOnlyRootFileSystem");
  }

  @Test
  void aValueOfTheWrongTypeIsFound() {
    JsonNode object = ValueSet.DEFAULTS.rendered().one("Deployment", "serving").deepCopy();
    ((ObjectNode) object.path("spec")).put("replicas", "two");
    assertThatThrownBy(() -> KubernetesObject.read(object)).hasMessageContaining("replicas");
  }

  @Test
  void theApiVersionIsThatOfTheKind() throws JsonProcessingException {
    JsonNode old =
        Rendered.YAML.readTree(
            "{apiVersion: autoscaling/v1, kind: HorizontalPodAutoscaler, metadata: {name: a}}");
    assertThatThrownBy(() -> KubernetesObject.read(old)).hasMessageContaining("autoscaling/v1");
  }

  @ParameterizedTest
  @EnumSource
  void everySelectorFindsItsPods(ValueSet values) {
    Rendered rendered = values.rendered();
    List<JsonNode> pods =
        rendered.objects().stream()
            .map(object -> object.at("/spec/template/metadata/labels"))
            .filter(JsonNode::isObject)
            .toList();
    assertThat(rendered.ofKind("Service").map(service -> service.at("/spec/selector")))
        .hasSize(5)
        .allSatisfy(selector -> assertThat(pods).anyMatch(pod -> within(selector, pod)));
    assertThat(rendered.ofKind("PodDisruptionBudget").map(b -> b.at("/spec/selector/matchLabels")))
        .allSatisfy(selector -> assertThat(pods).anyMatch(pod -> within(selector, pod)));
    assertThat(
            rendered.ofKind("HorizontalPodAutoscaler").map(a -> a.at("/spec/scaleTargetRef/name")))
        .allSatisfy(
            name ->
                assertThat(rendered.ofKind("Deployment").map(d -> d.at("/metadata/name")))
                    .contains(name));
    List<JsonNode> services =
        rendered.ofKind("Service").map(service -> service.at("/metadata/labels")).toList();
    assertThat(rendered.ofKind("ServiceMonitor").map(m -> m.at("/spec/selector/matchLabels")))
        .allSatisfy(
            selector ->
                assertThat(services.stream().filter(labels -> within(selector, labels)))
                    .hasSize(1));
  }

  private static boolean within(JsonNode selector, JsonNode labels) {
    return selector.properties().stream()
        .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()));
  }
}
