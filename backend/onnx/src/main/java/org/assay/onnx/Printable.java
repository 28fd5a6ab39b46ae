package org.assay.onnx;

/// Text from a file that nobody has reviewed, made fit to be shown.
final class Printable {
  private static final int LONGEST = 120;

  private Printable() {}

  /// At most 120 characters, control and format characters replaced.
  static String of(String text) {
    String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
  }
}
