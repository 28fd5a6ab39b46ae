package org.assay.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads the evidence of a case: plain YAML; an unquoted `2026-11-01T00:00:00Z` is an [Instant].
final class ExampleEvidence {
  private final PackMapping example;

  private ExampleEvidence(PackMapping example) {
    this.example = example;
  }

  static Map<String, Object> read(PackMapping example) {
    return new ExampleEvidence(example).map(example.required("evidence"));
  }

  private Map<String, Object> map(Node node) {
    Map<String, Object> map = new LinkedHashMap<>();
    PackMapping.of(example.text(), example.control(), node)
        .values()
        .forEach(
            (key, child) -> {
              Object value = value(child);
              if (value != null) {
                map.put(key, value);
              }
            });
    return map;
  }

  private @Nullable Object value(Node node) {
    return switch (node) {
      case MappingNode _ -> map(node);
      case SequenceNode sequence -> list(sequence);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw refusal(node, "evidence cannot hold this");
    };
  }

  private List<Object> list(SequenceNode sequence) {
    List<Object> list = new ArrayList<>();
    for (Node child : sequence.getValue()) {
      Object value = value(child);
      if (value == null) {
        throw refusal(child, "a list of evidence holds no null");
      }
      list.add(value);
    }
    return list;
  }

  private @Nullable Object scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    try {
      if (tag.equals(Tag.NULL)) {
        return null;
      }
      if (tag.equals(Tag.STR)) {
        return text;
      }
      if (tag.equals(Tag.BOOL)) {
        return bool(scalar);
      }
      if (tag.equals(Tag.INT)) {
        return Long.valueOf(text);
      }
      if (tag.equals(Tag.FLOAT)) {
        return number(text);
      }
      if (tag.equals(Tag.TIMESTAMP)) {
        return Instant.parse(text);
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw refusal(scalar, "'" + text + "' cannot be read: " + e.getMessage());
    }
    throw refusal(scalar, "the tag " + tag.getValue() + " is not used in packs");
  }

  private boolean bool(ScalarNode scalar) {
    return switch (scalar.getValue()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refusal(scalar, "write true or false, or quote the word");
    };
  }

  private static double number(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private PackException refusal(Node node, String problem) {
    return example.text().refusal(example.control(), node, problem);
  }
}
