package org.assay.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A place in the evidence, such as `audit.metrics`.
public record EvidencePath(String dotted) {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");

  public EvidencePath {
    if (!SHAPE.matcher(dotted).matches()) {
      throw new IllegalArgumentException(
          "'" + dotted + "' is not a path of evidence, such as audit.metrics");
    }
    if (dotted.startsWith("evidence.")) {
      throw new IllegalArgumentException(
          "a path starts inside the evidence: '" + dotted.substring("evidence.".length()) + "'");
    }
  }

  /// Whether there is something at this place. Null, a blank text, an empty list and an empty map
  /// are nothing: a rule over all elements of an empty list would hold without any evidence.
  boolean presentIn(Map<String, Object> evidence) {
    Object found = evidence;
    for (String step : dotted.split("\\.", -1)) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found != null && !isEmpty(found);
  }

  private static boolean isEmpty(Object found) {
    return (found instanceof String text && text.isBlank())
        || (found instanceof List<?> list && list.isEmpty())
        || (found instanceof Map<?, ?> map && map.isEmpty());
  }

  @Override
  public String toString() {
    return dotted;
  }
}
