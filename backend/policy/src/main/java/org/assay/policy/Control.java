package org.assay.policy;

import java.util.List;
import java.util.regex.Pattern;

/// One rule of a pack.
///
/// @param id lower-case words joined by hyphens, unique in its pack
/// @param phase the earliest gate that evaluates the control
/// @param cases examples with the status they must give; never empty
public record Control(
    String id,
    Text title,
    Severity severity,
    Phase phase,
    Rule rule,
    Guidance guidance,
    List<ControlCase> cases) {
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public Control {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "'" + id + "' is not lower-case words joined by hyphens, such as impact-ratio");
    }
    cases = List.copyOf(cases);
    if (cases.isEmpty()) {
      throw new IllegalArgumentException("control " + id + " has no cases");
    }
  }
}
