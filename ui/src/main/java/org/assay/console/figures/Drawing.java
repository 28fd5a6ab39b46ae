package org.assay.console.figures;

import java.util.Locale;
import java.util.stream.Stream;

/// An SVG in the making. Texts are escaped here and nowhere else; colours come from the page's
/// style sheet by class.
final class Drawing {
  private final StringBuilder svg = new StringBuilder(2048);

  /// @param description what a reader who cannot see it is told
  Drawing(int width, int height, String description) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" role=\"img\""
                + " viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-label=\"%s\">",
            width,
            height,
            width,
            height,
            escape(description)));
  }

  Drawing line(double x1, double y1, double x2, double y2, String style) {
    return append(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
        x1, y1, x2, y2, style);
  }

  Drawing dot(double x, double y, double radius, String style, String hint) {
    return append(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"><title>%s</title></circle>",
        x, y, radius, style, escape(hint));
  }

  /// A bar between two places on the horizontal axis, whichever is the left one.
  Drawing bar(double from, double to, double y, double height, String style, String hint) {
    return append(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\">"
            + "<title>%s</title></rect>",
        Math.min(from, to), y, Math.abs(to - from), height, style, escape(hint));
  }

  /// @param anchor `start`, `middle` or `end`
  Drawing text(double x, double y, String anchor, String style, String text) {
    return append(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
        x, y, anchor, style, escape(text));
  }

  /// A line through places, left to right; gaps are left where it is cut.
  Drawing path(String places, String style) {
    return append("<path d=\"%s\" class=\"%s\" fill=\"none\"/>", places, style);
  }

  /// Lines across, for places without a figure; used by the class `hatched`.
  Drawing hatch() {
    return append(
        "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
            + " patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\""
            + " class=\"hatch\"/></pattern></defs>");
  }

  String finish() {
    return svg.append("</svg>").toString();
  }

  private Drawing append(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  /// Where a figure's axis begins so that the labels before it have room.
  static double leftOf(Stream<String> labels, int most) {
    var longest = labels.mapToInt(label -> Math.min(width(label), most)).max().orElse(0);
    return Math.max(60, 7.2 * longest + 24);
  }

  /// How many narrow letters a text is as wide as; Chinese ones count twice.
  private static int width(String text) {
    return text.codePoints().map(letter -> letter > 0x2E80 ? 2 : 1).sum();
  }

  /// At most so many characters; the rest is an ellipsis.
  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  static String escape(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      switch (letter) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(letter < ' ' ? ' ' : letter);
      }
    }
    return safe.toString();
  }
}
