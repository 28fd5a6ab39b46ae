package org.assay.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An example a pack carries: with this evidence the control must come out like this.
public record ControlCase(String name, Map<String, Object> evidence, Phase phase, Status expect) {
  public ControlCase {
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }
}
