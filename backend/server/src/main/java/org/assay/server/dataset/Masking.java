package org.assay.server.dataset;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.Sensitivity;
import org.jspecify.annotations.Nullable;

/// What a reader gets instead of the values of one column.
///
/// A missing value stays missing, except under `REDACT`, which shows nothing of a column, not even
/// where it has values. `PARTIAL` stars texts of three characters or fewer and booleans whole.
/// `BUCKET` knows numbers and dates (ISO text, of which the month stays); anything else has no
/// buckets and is redacted.
final class Masking {
  static final String MARK = "***";
  private static final int HASH_BYTES = 16;
  private static final int MONTH = "2026-01".length();
  private static final int SHORT = 3;

  private final Mask mask;
  private final ColumnKind kind;
  private final @Nullable Buckets buckets;
  private final Pseudonyms pseudonyms;

  /// @param buckets needed for `BUCKET` on numbers only; without them such a column is redacted
  Masking(Mask mask, ColumnKind kind, @Nullable Buckets buckets, Pseudonyms pseudonyms) {
    this.mask = mask;
    this.kind = kind;
    this.buckets = buckets;
    this.pseudonyms = pseudonyms;
  }

  /// What is masked when nobody asks for anything else.
  static Mask usual(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case IDENTIFIER, SENSITIVE -> Mask.HASH;
      case QUASI_IDENTIFIER -> Mask.BUCKET;
      case PLAIN -> Mask.CLEAR;
    };
  }

  Mask mask() {
    return mask;
  }

  /// @param value a number, a boolean, or a text (dates as ISO 8601), or null where missing
  @Nullable Object apply(@Nullable Object value) {
    if (mask == Mask.REDACT) {
      return MARK;
    }
    if (value == null || value instanceof Double d && !Double.isFinite(d)) {
      return null;
    }
    return switch (mask) {
      case CLEAR -> value;
      case REDACT -> MARK;
      case HASH -> pseudonyms.of(value.toString());
      case PARTIAL -> partial(value.toString());
      case BUCKET -> bucket(value);
      case NULL -> null;
    };
  }

  private String partial(String text) {
    int length = text.codePointCount(0, text.length());
    if (kind == ColumnKind.BOOLEAN || length <= SHORT) {
      return MARK;
    }
    int second = text.offsetByCodePoints(0, 1);
    int last = text.offsetByCodePoints(text.length(), -1);
    return text.substring(0, second) + "*".repeat(length - 2) + text.substring(last);
  }

  private @Nullable Object bucket(Object value) {
    return switch (kind) {
      case NUMBER -> buckets == null ? MARK : buckets.of((Number) value);
      case DATE -> month(value.toString());
      case BOOLEAN, TEXT -> MARK;
    };
  }

  /// Dates beyond the years that ISO 8601 writes with four digits have no month here.
  private static String month(String date) {
    return date.matches("[0-9]{4}-[0-9]{2}-.*") ? date.substring(0, MONTH) : MARK;
  }

  /// Turns a value into a pseudonym: the same value, the same pseudonym, under one key.
  interface Pseudonyms {
    String of(String value);

    /// HMAC-SHA256, cut to 128 bits, in hexadecimal.
    static Pseudonyms keyed(DatasetKey key) {
      return value -> {
        byte[] code = key.authenticate(value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(code, 0, HASH_BYTES);
      };
    }
  }
}
