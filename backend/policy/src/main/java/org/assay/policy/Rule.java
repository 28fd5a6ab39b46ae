package org.assay.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a control that a machine evaluates.
///
/// @param applies whether the control concerns this model; null means it always does
/// @param requires evidence without which the control is [Status#MISSING]; never empty
/// @param check what must hold
/// @param value what was found, as a short text; null when the control shows none
public record Rule(
    @Nullable Expression applies,
    List<EvidencePath> requires,
    Expression check,
    @Nullable Expression value) {
  public Rule {
    requires = List.copyOf(requires);
    if (requires.isEmpty()) {
      throw new IllegalArgumentException("a control names the evidence it rests on");
    }
  }
}
