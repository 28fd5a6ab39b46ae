package org.assay.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One pass over one JSON text (RFC 8259), with nothing lenient in it.
final class JsonReader {

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
  private static final Pattern FOUR_HEX = Pattern.compile("[0-9a-fA-F]{4}");

  private final String text;
  private int at;

  JsonReader(String text) {
    this.text = text;
  }

  @Nullable Object read() {
    Object value = value(0);
    skipSpace();
    if (at < text.length()) {
      throw refused("text after the value");
    }
    return value;
  }

  private @Nullable Object value(int depth) {
    if (depth > CanonicalJson.MAXIMUM_DEPTH) {
      throw refused("nested deeper than " + CanonicalJson.MAXIMUM_DEPTH + " levels");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    if (accept('}')) {
      return Collections.unmodifiableMap(members);
    }
    do {
      skipSpace();
      if (peek() != '"') {
        throw refused("a member name must be a string");
      }
      String name = string();
      if (members.containsKey(name)) {
        throw refused("the member name \"" + name + "\" is repeated");
      }
      expect(':');
      members.put(name, value(depth + 1));
    } while (accept(','));
    expect('}');
    return Collections.unmodifiableMap(members);
  }

  private List<@Nullable Object> array(int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    at++;
    if (accept(']')) {
      return Collections.unmodifiableList(elements);
    }
    do {
      elements.add(value(depth + 1));
    } while (accept(','));
    expect(']');
    return Collections.unmodifiableList(elements);
  }

  private String string() {
    at++;
    StringBuilder string = new StringBuilder();
    while (true) {
      char unit = next();
      if (unit == '"') {
        break;
      }
      if (unit < 0x20) {
        throw refused("a control character stands unescaped in a string");
      }
      string.append(unit == '\\' ? escaped() : unit);
    }
    String value = string.toString();
    CanonicalJson.requireWholePairs(value);
    return value;
  }

  private char escaped() {
    char unit = next();
    return switch (unit) {
      case '"', '\\', '/' -> unit;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw refused("unknown escape \\" + unit);
    };
  }

  private char unicode() {
    Matcher hex = FOUR_HEX.matcher(text).region(at, text.length());
    if (!hex.lookingAt()) {
      throw refused("\\u needs four hexadecimal digits");
    }
    at = hex.end();
    return (char) Integer.parseInt(hex.group(), 16);
  }

  private @Nullable Object literal(String word, @Nullable Object meaning) {
    if (!text.startsWith(word, at)) {
      throw refused("not a JSON value");
    }
    at += word.length();
    return meaning;
  }

  private Double number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw refused("not a JSON value");
    }
    double value = Double.parseDouble(number.group());
    if (Double.isInfinite(value)) {
      throw refused("the number " + number.group() + " is outside the doubles");
    }
    at = number.end();
    return value;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char wanted) {
    skipSpace();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw refused("expected '" + wanted + "'");
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw refused("the text ends too early");
    }
    return text.charAt(at);
  }

  private char next() {
    char unit = peek();
    at++;
    return unit;
  }

  private InvalidJsonException refused(String rule) {
    return new InvalidJsonException("at character " + at + ": " + rule);
  }
}
