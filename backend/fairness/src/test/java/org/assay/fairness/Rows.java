package org.assay.fairness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds audit requests from counts per group, or from arrays.
final class Rows {

  private final List<Boolean> labels = new ArrayList<>();
  private final List<Boolean> predictions = new ArrayList<>();
  private final List<List<String>> values = new ArrayList<>();
  private final List<String> attributes;
  private final Map<String, String> references = new LinkedHashMap<>();
  private int minimum = 1;
  private double level = 0.95;

  private Rows(List<String> attributes) {
    this.attributes = attributes;
  }

  static Rows of(String... attributes) {
    return new Rows(List.of(attributes));
  }

  Rows group(String value, int tp, int fp, int fn, int tn) {
    return group(List.of(value), tp, fp, fn, tn);
  }

  Rows group(List<String> value, int tp, int fp, int fn, int tn) {
    add(value, tp, true, true);
    add(value, fp, false, true);
    add(value, fn, true, false);
    add(value, tn, false, false);
    return this;
  }

  Rows add(List<String> value, int times, boolean label, boolean prediction) {
    for (int i = 0; i < times; i++) {
      labels.add(label);
      predictions.add(prediction);
      values.add(value);
    }
    return this;
  }

  Rows reference(String attribute, String value) {
    references.put(attribute, value);
    return this;
  }

  Rows minimum(int minimum) {
    this.minimum = minimum;
    return this;
  }

  Rows level(double level) {
    this.level = level;
    return this;
  }

  AuditRequest request() {
    List<Attribute> coded = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      coded.add(attribute(i));
    }
    return new AuditRequest(array(labels), array(predictions), coded, references, minimum, level);
  }

  AuditReport audit() {
    return BiasAudits.audit(request());
  }

  private Attribute attribute(int position) {
    List<String> names =
        values.stream()
            .map(row -> row.get(position))
            .filter(value -> !value.equals(Attribute.UNKNOWN))
            .distinct()
            .sorted()
            .toList();
    int[] codes = values.stream().mapToInt(row -> names.indexOf(row.get(position))).toArray();
    return new Attribute(attributes.get(position), names, codes);
  }

  private static boolean[] array(List<Boolean> list) {
    boolean[] array = new boolean[list.size()];
    Arrays.setAll(new Object[array.length], i -> array[i] = list.get(i));
    return array;
  }
}
