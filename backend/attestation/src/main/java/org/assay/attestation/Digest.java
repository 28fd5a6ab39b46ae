package org.assay.attestation;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A SHA-256 digest, written `sha256:<64 lowercase hexadecimal digits>`.
///
/// @param algorithm always `sha256`
/// @param hex 64 lowercase hexadecimal digits
public record Digest(String algorithm, String hex) {

  /// The only algorithm accepted.
  public static final String SHA256 = "sha256";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!algorithm.equals(SHA256)) {
      throw new IllegalArgumentException("digest algorithm must be sha256, not " + algorithm);
    }
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "a sha256 digest has 64 lowercase hexadecimal digits: " + hex);
    }
  }

  /// The digest of `bytes`.
  public static Digest of(byte[] bytes) {
    return ofHash(sha256().digest(bytes));
  }

  /// The digest of everything left in `stream`, read in pieces; the stream is not closed.
  public static Digest of(InputStream stream) throws IOException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[1 << 16];
    for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
      digest.update(piece, 0, read);
    }
    return ofHash(digest.digest());
  }

  /// Reads `sha256:<hex>`.
  public static Digest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a digest is written sha256:<hex>: " + text);
    }
    return new Digest(text.substring(0, colon), text.substring(colon + 1));
  }

  /// The 32 bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }

  static Digest ofHash(byte[] hash) {
    return new Digest(SHA256, HexFormat.of().formatHex(hash));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
