package org.assay.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evidence in the types CEL knows: maps, lists, text, boolean, long, double, [Instant].
///
/// Null and numbers that are not finite are nothing: in a map their key is left out, so that a
/// rule that needs them is missing its evidence or fails, and never compares with NaN.
record EvidenceValues(Map<String, Object> root) {
  private static final int MAX_DEPTH = 32;

  /// @throws IllegalArgumentException naming the place, when a value has no CEL type
  static EvidenceValues of(Map<String, Object> evidence) {
    return new EvidenceValues(map(evidence, "evidence", 0));
  }

  /// The moment of the decision: `now`, an [Instant] or, after a replay from JSON, its ISO 8601
  /// text.
  Optional<Instant> now() {
    return switch (root.get("now")) {
      case Instant instant -> Optional.of(instant);
      case String text -> parsed(text);
      case null, default -> Optional.empty();
    };
  }

  /// What expressions see. A variable without evidence is an empty map; `now` is then not bound.
  Map<String, Object> variables() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("evidence", root);
    variables.put("model", root.getOrDefault("model", Map.of()));
    variables.put("card", root.getOrDefault("card", Map.of()));
    now().ifPresent(moment -> variables.put("now", moment));
    return variables;
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> map(Map<?, ?> map, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(path + " is nested more than " + MAX_DEPTH + " deep");
    }
    Map<String, Object> converted = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException(path + " has a key that is no text: " + key);
          }
          Object present = value(value, path + "." + name, depth + 1);
          if (present != null) {
            converted.put(name, present);
          }
        });
    return converted;
  }

  private static List<Object> list(Collection<?> list, String path, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(path + " is nested more than " + MAX_DEPTH + " deep");
    }
    List<Object> converted = new ArrayList<>(list.size());
    for (Object element : list) {
      Object present = value(element, path + "[]", depth + 1);
      if (present == null) {
        throw new IllegalArgumentException(path + " holds null or a number that is not finite");
      }
      converted.add(present);
    }
    return converted;
  }

  private static @Nullable Object value(@Nullable Object value, String path, int depth) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case Instant instant -> instant;
      case Long number -> number;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
      case Double number -> finite(number);
      case Float number -> finite(number.doubleValue());
      case BigDecimal number -> finite(number.doubleValue());
      case Map<?, ?> map -> map(map, path, depth);
      case Collection<?> list -> list(list, path, depth);
      default ->
          throw new IllegalArgumentException(
              path + " is a " + value.getClass().getName() + ", which packs cannot read");
    };
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
