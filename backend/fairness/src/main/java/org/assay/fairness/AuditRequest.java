package org.assay.fairness;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a bias audit works on: one entry per row in both arrays and in every attribute. What does
/// not fit is refused with an IllegalArgumentException that names it.
///
/// @param labels the outcome that came to pass; true = favourable
/// @param predictions the model's decision; true = favourable
/// @param attributes protected attributes, at least one
/// @param references attribute name to its reference value; may be empty. An intersection is
///     compared with a reference group when each of its attributes has one.
/// @param minimumGroupSize smallest group, and smallest denominator of a rate, that is reported; 1
///     or more. A group of one row is suppressed whatever it says.
/// @param level confidence level of every interval, strictly between 0 and 1
@SuppressWarnings("ArrayRecordComponent") // copied both ways, compared by content
public record AuditRequest(
    boolean[] labels,
    boolean[] predictions,
    List<Attribute> attributes,
    Map<String, String> references,
    int minimumGroupSize,
    double level) {

  public AuditRequest {
    labels = labels.clone();
    predictions = predictions.clone();
    attributes = List.copyOf(attributes);
    references = Map.copyOf(references);
    requireSettings(minimumGroupSize, level);
    requireRows(labels, predictions, attributes);
    requireDistinctNames(attributes);
    requireReferences(attributes, references);
  }

  @Override
  public boolean[] labels() {
    return labels.clone();
  }

  @Override
  public boolean[] predictions() {
    return predictions.clone();
  }

  int rows() {
    return labels.length;
  }

  /// Position of the row in a contingency table of four: true negative, false positive, false
  /// negative, true positive.
  int outcome(int row) {
    return (labels[row] ? 2 : 0) + (predictions[row] ? 1 : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditRequest that
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(predictions, that.predictions)
        && attributes.equals(that.attributes)
        && references.equals(that.references)
        && minimumGroupSize == that.minimumGroupSize
        && Double.compare(level, that.level) == 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(
        new int[] {
          Arrays.hashCode(labels),
          Arrays.hashCode(predictions),
          attributes.hashCode(),
          references.hashCode(),
          minimumGroupSize,
          Double.hashCode(level)
        });
  }

  private static void requireSettings(int minimumGroupSize, double level) {
    if (minimumGroupSize < 1) {
      throw new IllegalArgumentException(
          "minimumGroupSize is %d: give 1 or more (30 is usual).".formatted(minimumGroupSize));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level is %s: give a confidence level strictly between 0 and 1, such as 0.95."
              .formatted(level));
    }
  }

  private static void requireRows(
      boolean[] labels, boolean[] predictions, List<Attribute> attributes) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("labels is empty: an audit needs at least one row.");
    }
    if (predictions.length != labels.length) {
      throw new IllegalArgumentException(
          "predictions has %d rows but labels has %d: give one of each per row."
              .formatted(predictions.length, labels.length));
    }
    if (attributes.isEmpty()) {
      throw new IllegalArgumentException(
          "attributes is empty: name at least one protected attribute.");
    }
    for (Attribute attribute : attributes) {
      if (attribute.rows() != labels.length) {
        throw new IllegalArgumentException(
            "Attribute \"%s\" has %d codes but labels has %d rows: give one code per row."
                .formatted(attribute.name(), attribute.rows(), labels.length));
      }
    }
  }

  private static void requireDistinctNames(List<Attribute> attributes) {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : attributes) {
      if (!seen.add(attribute.name())) {
        throw new IllegalArgumentException(
            "Attribute \"%s\" is given twice: drop or rename one.".formatted(attribute.name()));
      }
    }
  }

  private static void requireReferences(
      List<Attribute> attributes, Map<String, String> references) {
    references.forEach((name, value) -> requireReference(attributes, name, value));
  }

  private static void requireReference(List<Attribute> attributes, String name, String value) {
    Attribute attribute =
        attributes.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "references names the attribute \"%s\", which is not audited; audited are %s."
                            .formatted(name, attributes.stream().map(Attribute::name).toList())));
    if (!attribute.values().contains(value)) {
      throw new IllegalArgumentException(
          "Attribute \"%s\" has no value \"%s\" to be its reference; its values are %s."
              .formatted(name, value, attribute.values()));
    }
  }
}
