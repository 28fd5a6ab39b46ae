package org.assay.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what is found. A hostile file can hold a million faults of one kind: a few are kept and
/// the rest counted.
final class Findings {
  private static final int KEPT_PER_ID = 5;

  private final Map<String, List<Finding>> kept = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean anyBlocking;

  void add(Finding finding) {
    anyBlocking |= finding.severity() == Severity.BLOCKING;
    List<Finding> same = kept.computeIfAbsent(finding.id(), _ -> new ArrayList<>());
    if (counts.merge(finding.id(), 1, Integer::sum) <= KEPT_PER_ID) {
      same.add(finding);
    }
  }

  boolean anyBlocking() {
    return anyBlocking;
  }

  List<Finding> list() {
    List<Finding> all = new ArrayList<>();
    kept.forEach(
        (id, same) -> {
          all.addAll(same.subList(0, same.size() - 1));
          all.add(counted(same.getLast(), counts.getOrDefault(id, 0) - same.size()));
        });
    return all;
  }

  private static Finding counted(Finding last, int more) {
    return more == 0
        ? last
        : new Finding(
            last.id(),
            last.severity(),
            last.message() + " There are " + more + " more of this kind.",
            last.remedy());
  }
}
