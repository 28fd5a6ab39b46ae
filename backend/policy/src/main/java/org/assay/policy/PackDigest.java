package org.assay.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// SHA-256 of a pack's exact text in UTF-8: comments and spaces count.
///
/// @param hex 64 lower-case hexadecimal digits
public record PackDigest(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public PackDigest {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("a pack digest is 64 lower-case hexadecimal digits");
    }
  }

  /// The digest of this text.
  public static PackDigest of(String yaml) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(UTF_8));
      return new PackDigest(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "sha256:" + hex;
  }
}
