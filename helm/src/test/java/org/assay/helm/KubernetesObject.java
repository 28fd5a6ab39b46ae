package org.assay.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads an object into the class that the Kubernetes API's description gives for its kind, and
// refuses what that
/// class does not know.
final class KubernetesObject {
  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      List.<Class<? extends HasMetadata>>of(
              ConfigMap.class,
              Deployment.class,
              HTTPRoute.class,
              HorizontalPodAutoscaler.class,
              Ingress.class,
              Job.class,
              NetworkPolicy.class,
              PersistentVolumeClaim.class,
              PodDisruptionBudget.class,
              Service.class,
              ServiceAccount.class,
              ServiceMonitor.class,
              StatefulSet.class)
          .stream()
          .collect(Collectors.toMap(HasMetadata::getKind, Function.identity()));

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NoPlaceForTheUnknown())
          .build();

  private KubernetesObject() {}

  static HasMetadata read(JsonNode object) {
    String kind = object.path("kind").asText();
    Class<? extends HasMetadata> known = KINDS.get(kind);
    if (known == null) {
      throw new AssertionError("the tests know no kind " + kind);
    }
    String version = object.path("apiVersion").asText();
    if (!HasMetadata.getApiVersion(known).equals(version)) {
      throw new AssertionError(
          "%s is of %s, not of %s".formatted(kind, HasMetadata.getApiVersion(known), version));
    }
    try {
      return STRICT.treeToValue(object, known);
    } catch (JsonProcessingException e) {
      throw new AssertionError(
          "%s %s: %s".formatted(kind, object.at("/metadata/name").asText(), e.getMessage()), e);
    }
  }

  /// The classes keep what they do not know in a map, for newer servers; here it is a mistake.
  private static final class NoPlaceForTheUnknown extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
