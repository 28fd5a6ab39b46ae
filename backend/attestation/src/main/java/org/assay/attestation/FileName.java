package org.assay.attestation;

import java.util.regex.Pattern;

/// The names a model's file may have: one flat folder, 1 to 128 of `A-Z a-z 0-9 . _ -`, and neither
/// `.` nor `..`.
public final class FileName {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private FileName() {}

  /// Whether `name` is allowed.
  public static boolean isValid(String name) {
    return ALLOWED.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  /// `name` itself, or an `IllegalArgumentException` that names the rule.
  public static String require(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          "file name \""
              + name
              + "\" is not allowed: use 1 to 128 of A-Z a-z 0-9 . _ - (and neither . nor ..)");
    }
    return name;
  }
}
