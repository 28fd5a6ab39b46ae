package org.assay.fairness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One group: its counts and its rates. Favourable is positive.
///
/// Counts are given for suppressed groups too: suppression here keeps noise out of conclusions, it
/// does not protect the people in a small group from being recognised.
///
/// @param attribute the attribute's name, or the names of an intersection joined by ` x `
/// @param value the group's value, joined likewise; `unknown` where the attribute is not known
/// @param n rows, the sum of the four counts
/// @param rates by id, in this order: `base_rate` (tp+fn)/n, `selection_rate` (tp+fp)/n, `tpr`
///     tp/(tp+fn), `fpr` fp/(fp+tn), `ppv` tp/(tp+fp), `accuracy` (tp+tn)/n
public record GroupResult(
    String attribute,
    String value,
    long n,
    long tp,
    long fp,
    long fn,
    long tn,
    Map<String, Measure> rates) {

  public GroupResult {
    rates = Collections.unmodifiableMap(new LinkedHashMap<>(rates));
    if (tp < 0 || fp < 0 || fn < 0 || tn < 0 || n != tp + fp + fn + tn) {
      throw new IllegalArgumentException(
          "Group %s=%s: the counts %d, %d, %d, %d do not make %d rows."
              .formatted(attribute, value, tp, fp, fn, tn, n));
    }
  }
}
