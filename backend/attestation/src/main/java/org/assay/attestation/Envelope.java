package org.assay.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.attestation.VerificationException.Reason;

/// A signed payload: the JSON envelope of DSSE v1.0 (secure-systems-lab/dsse).
///
/// An envelope says nothing about its truth; [TrustedKeys] does.
///
/// @param payloadType what the payload is, a media type
/// @param payload standard base64 of the bytes that were signed
/// @param signatures up to 8; may be empty, and is then trusted by nobody
public record Envelope(String payloadType, String payload, List<Signature> signatures) {

  private static final int MAXIMUM_SIGNATURES = 8;

  public Envelope {
    signatures = List.copyOf(signatures);
    if (payloadType.isBlank()) {
      throw new IllegalArgumentException("an envelope names its payload type");
    }
    if (signatures.size() > MAXIMUM_SIGNATURES) {
      throw new IllegalArgumentException(
          "an envelope carries at most " + MAXIMUM_SIGNATURES + " signatures");
    }
    requireBase64(payload, "payload");
  }

  /// One signature over the pre-authentication encoding.
  ///
  /// @param keyid which key to try: SHA-256 of the key's SubjectPublicKeyInfo in hexadecimal, or
  ///     empty; a hint, never a proof
  /// @param sig standard base64 of the signature, for ECDSA in DER
  public record Signature(String keyid, String sig) {
    public Signature {
      requireBase64(sig, "signature");
    }

    /// The signature's bytes.
    public byte[] bytes() {
      return Base64.getDecoder().decode(sig);
    }
  }

  /// The bytes that were signed about.
  public byte[] payloadBytes() {
    return Base64.getDecoder().decode(payload);
  }

  /// What is signed: the pre-authentication encoding `DSSEv1 SP length SP type SP length SP
  /// payload`, lengths in bytes.
  public static byte[] preAuthenticationEncoding(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] encoded = new byte[head.length + payload.length];
    System.arraycopy(head, 0, encoded, 0, head.length);
    System.arraycopy(payload, 0, encoded, head.length, payload.length);
    return encoded;
  }

  /// The envelope as JSON.
  public String toJson() {
    return StrictJson.write(toTree());
  }

  /// Reads an envelope strictly; at most 4 MiB, no unknown fields, canonical base64.
  public static Envelope parse(String json) throws VerificationException {
    return read(StrictJson.readObject(json, "the envelope"));
  }

  Map<String, Object> toTree() {
    List<Object> written = new ArrayList<>();
    for (Signature signature : signatures) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("keyid", signature.keyid());
      tree.put("sig", signature.sig());
      written.add(tree);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("payloadType", payloadType);
    tree.put("payload", payload);
    tree.put("signatures", written);
    return tree;
  }

  static Envelope read(JsonNode node) throws VerificationException {
    StrictJson.onlyFields(node, "the envelope", Set.of("payloadType", "payload", "signatures"));
    JsonNode array = StrictJson.array(node, "signatures");
    if (array.isEmpty()) {
      throw new VerificationException(Reason.UNSIGNED, "the envelope carries no signature");
    }
    try {
      List<Signature> signatures = new ArrayList<>();
      for (JsonNode element : array) {
        StrictJson.onlyFields(element, "a signature", Set.of("keyid", "sig"));
        String keyid = element.has("keyid") ? StrictJson.string(element, "keyid") : "";
        signatures.add(new Signature(keyid, StrictJson.string(element, "sig")));
      }
      return new Envelope(
          StrictJson.string(node, "payloadType"), StrictJson.string(node, "payload"), signatures);
    } catch (IllegalArgumentException e) {
      throw StrictJson.malformed(String.valueOf(e.getMessage()));
    }
  }

  /// Java's decoder also takes missing padding and stray last bits: several texts for the same
  /// bytes.
  private static void requireBase64(String text, String what) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the " + what + " is not standard base64", e);
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new IllegalArgumentException("the " + what + " is not canonical base64");
    }
  }
}
