package org.assay.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The one text of a JSON value: RFC 8785, the JSON Canonicalization Scheme (JCS).
///
/// A value is a tree of `Map<String, ?>`, `List<?>`, `String`, `Number`, `Boolean` and `null`.
/// Members are sorted by the UTF-16 units of their names, numbers are written as ECMAScript writes
/// a double, strings carry the fewest escapes.
///
/// Refused with [InvalidJsonException], because two readers could take them for different values:
/// NaN and infinities, numbers a double cannot hold, half surrogate pairs, member names that are
/// not strings, any other Java type, and nesting deeper than [#MAXIMUM_DEPTH].
public final class CanonicalJson {

  /// Nesting allowed in arrays and objects, when writing and when reading.
  public static final int MAXIMUM_DEPTH = 64;

  private CanonicalJson() {}

  /// The canonical text of `value`.
  public static String of(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    write(text, value, 0);
    return text.toString();
  }

  /// The canonical text of `value` in UTF-8: the bytes to hash and to sign.
  public static byte[] bytes(@Nullable Object value) {
    return of(value).getBytes(StandardCharsets.UTF_8);
  }

  /// Reads one JSON text (RFC 8259) strictly. Every number comes back as `Double`, as JCS and
  /// ECMAScript see it. Refuses repeated member names, anything after the value, half surrogate
  /// pairs, and numbers outside the doubles.
  public static @Nullable Object parse(String text) {
    return new JsonReader(text).read();
  }

  private static void write(StringBuilder text, @Nullable Object value, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw new InvalidJsonException("nested deeper than " + MAXIMUM_DEPTH + " levels");
    }
    switch (value) {
      case null -> text.append("null");
      case Boolean truth -> text.append(truth.booleanValue());
      case String string -> writeString(text, string);
      case Number number -> text.append(CanonicalNumber.of(number));
      case List<?> list -> writeList(text, list, depth);
      case Map<?, ?> map -> writeMap(text, map, depth);
      default -> throw new InvalidJsonException("not a JSON value: " + value.getClass().getName());
    }
  }

  private static void writeList(StringBuilder text, List<?> list, int depth) {
    text.append('[');
    String separator = "";
    for (Object element : list) {
      text.append(separator);
      write(text, element, depth + 1);
      separator = ",";
    }
    text.append(']');
  }

  /// Java compares strings by their UTF-16 units, which is the order RFC 8785 section 3.2.3 asks
  /// for.
  private static void writeMap(StringBuilder text, Map<?, ?> map, int depth) {
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new InvalidJsonException("a member name is not a string: " + member.getKey());
      }
      sorted.put(name, member.getValue());
    }
    text.append('{');
    String separator = "";
    for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
      text.append(separator);
      writeString(text, member.getKey());
      text.append(':');
      write(text, member.getValue(), depth + 1);
      separator = ",";
    }
    text.append('}');
  }

  private static void writeString(StringBuilder text, String string) {
    requireWholePairs(string);
    text.append('"');
    for (int index = 0; index < string.length(); index++) {
      char unit = string.charAt(index);
      switch (unit) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (unit < 0x20) {
            text.append(unit < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(unit));
          } else {
            text.append(unit);
          }
        }
      }
    }
    text.append('"');
  }

  /// A lone surrogate has no UTF-8 form: encoders replace it, so two different strings would share
  /// one hash.
  static void requireWholePairs(String string) {
    int index = 0;
    while (index < string.length()) {
      int point = string.codePointAt(index);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        throw new InvalidJsonException("half a surrogate pair at unit " + index + " of a string");
      }
      index += Character.charCount(point);
    }
  }
}
