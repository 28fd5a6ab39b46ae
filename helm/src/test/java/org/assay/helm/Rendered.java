package org.assay.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The objects that the chart renders for some values.
record Rendered(List<JsonNode> objects) {
  static final Path CHART = Path.of("assay");
  static final YAMLMapper YAML = new YAMLMapper();

  static Rendered of(UnaryOperator<TemplateCommand> values) {
    TemplateCommand command =
        new Helm(CHART)
            .template()
            .withName("gold")
            .withNamespace("office")
            .withKubeVersion("1.34.0")
            .set("migrate.hook", "false"); // hooks are left out of what this call returns
    String yaml = values.apply(command).call();
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      List<JsonNode> objects = new ArrayList<>();
      documents.readAll().stream()
          .filter(document -> document != null && document.isObject())
          .forEach(objects::add);
      return new Rendered(objects);
    } catch (IOException e) {
      throw new UncheckedIOException("the chart renders no YAML", e);
    }
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  JsonNode one(String kind, String component) {
    List<JsonNode> found =
        ofKind(kind)
            .filter(o -> o.at("/metadata/name").asText().equals("gold-" + component))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("%d objects %s gold-%s".formatted(found.size(), kind, component));
    }
    return found.getFirst();
  }

  /// The specifications of all pods, whatever starts them.
  List<JsonNode> pods() {
    return objects.stream()
        .map(object -> object.at("/spec/template/spec"))
        .filter(JsonNode::isObject)
        .toList();
  }

  static Stream<JsonNode> containers(JsonNode pod) {
    return Stream.concat(each(pod.path("initContainers")), each(pod.path("containers")));
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
