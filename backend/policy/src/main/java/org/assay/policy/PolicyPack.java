package org.assay.policy;

import java.util.List;

/// A policy pack as read and compiled: dated, sourced rules under one digest.
///
/// @param name such as `assay-baseline`
/// @param version such as `2026.11.1`; any change of a rule changes it
/// @param controls in the pack's order, ids unique
public record PolicyPack(
    String name,
    String version,
    Text title,
    Provenance provenance,
    Validity validity,
    List<Control> controls,
    PackDigest digest) {
  public PolicyPack {
    controls = List.copyOf(controls);
    if (controls.isEmpty()) {
      throw new IllegalArgumentException("pack " + name + " has no controls");
    }
    if (controls.stream().map(Control::id).distinct().count() != controls.size()) {
      throw new IllegalArgumentException("pack " + name + " uses a control id twice");
    }
  }
}
