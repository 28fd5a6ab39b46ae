package org.assay.attestation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Textual encoding of keys (RFC 7468).
final class Pem {

  static final String PRIVATE = "PRIVATE KEY";
  static final String PUBLIC = "PUBLIC KEY";

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----\\s([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

  private Pem() {}

  /// Lines of 64 and a newline at the end, as OpenSSL and Python's cryptography write it, byte for
  /// byte.
  static String write(String label, byte[] der) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN "
        + label
        + "-----\n"
        + lines.encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /// Every block of that label in `text`.
  static List<byte[]> read(String label, String text) {
    List<byte[]> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (label.equals(block.group(1))) {
        blocks.add(Base64.getDecoder().decode(block.group(2).replaceAll("\\s", "")));
      }
    }
    return blocks;
  }
}
