package org.assay.attestation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.attestation.VerificationException.Reason;
import org.jspecify.annotations.Nullable;

/// The public keys a verifier trusts, all on P-256, and the one way from an envelope to the
/// statement inside.
public final class TrustedKeys {

  private final Map<String, ECPublicKey> byId;
  private final Map<String, ECPublicKey> byPemDigest;

  private TrustedKeys(Map<String, ECPublicKey> byId) {
    this.byId = Map.copyOf(byId);
    Map<String, ECPublicKey> hints = new LinkedHashMap<>();
    for (ECPublicKey key : byId.values()) {
      hints.put(pemDigest(Pem.write(Pem.PUBLIC, key.getEncoded())), key);
    }
    this.byPemDigest = Map.copyOf(hints);
  }

  static TrustedKeys of(ECPublicKey key) {
    return new TrustedKeys(Map.of(Digest.of(key.getEncoded()).hex(), key));
  }

  /// The keys in SubjectPublicKeyInfo PEM texts; several blocks in one text are fine. An
  /// `IOException` if there is none, or if one is not on P-256: a trust store is never read in
  /// part.
  public static TrustedKeys fromPem(List<String> pems) throws IOException {
    Map<String, ECPublicKey> keys = new LinkedHashMap<>();
    for (String pem : pems) {
      for (byte[] der : pemBlocks(pem)) {
        ECPublicKey key = publicKey(der);
        keys.put(Digest.of(key.getEncoded()).hex(), key);
      }
    }
    if (keys.isEmpty()) {
      throw new IOException(
          "no trusted key: give at least one \"PUBLIC KEY\" block (SubjectPublicKeyInfo PEM)");
    }
    return new TrustedKeys(keys);
  }

  /// The keys in one PEM file, or in every `*.pem` of a folder.
  public static TrustedKeys load(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return fromPem(List.of(Files.readString(fileOrFolder, StandardCharsets.US_ASCII)));
    }
    try (Stream<Path> files = Files.list(fileOrFolder)) {
      List<String> pems = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".pem")).sorted().toList()) {
        pems.add(Files.readString(file, StandardCharsets.US_ASCII));
      }
      return fromPem(pems);
    }
  }

  /// The ids of the keys, as [SigningKey#keyId] gives them.
  public Set<String> keyIds() {
    return byId.keySet();
  }

  /// The statement in `envelope`, once at least one trusted key's signature over it holds and no
  /// trusted key's signature fails. The payload is not looked at before that. Signatures under
  /// unknown ids count for nothing.
  public Statement verify(Envelope envelope, String expectedPayloadType)
      throws VerificationException {
    requireType(envelope, expectedPayloadType);
    if (envelope.signatures().isEmpty()) {
      throw new VerificationException(Reason.UNSIGNED, "the envelope carries no signature");
    }
    int held = 0;
    for (Envelope.Signature signature : envelope.signatures()) {
      ECPublicKey key = byId.get(signature.keyid());
      if (key != null) {
        requireHolds(key, envelope, signature);
        held++;
      }
    }
    if (held == 0) {
      throw new VerificationException(
          Reason.UNKNOWN_KEY,
          "no signature is by a trusted key; found "
              + envelope.signatures().stream().map(Envelope.Signature::keyid).toList());
    }
    return Statement.parse(envelope.payloadBytes());
  }

  /// As above, for a Sigstore bundle: one signature, its key named by the SHA-256 of the key's PEM
  /// text.
  Statement verifyHinted(Envelope envelope, String hint) throws VerificationException {
    requireType(envelope, Statement.PAYLOAD_TYPE);
    if (envelope.signatures().size() != 1) {
      throw new VerificationException(
          Reason.MALFORMED,
          "a bundle carries exactly one signature, not " + envelope.signatures().size());
    }
    @Nullable ECPublicKey key = byPemDigest.get(hint);
    if (key == null) {
      throw new VerificationException(
          Reason.UNKNOWN_KEY, "the bundle's key " + hint + " is not trusted");
    }
    requireHolds(key, envelope, envelope.signatures().getFirst());
    return Statement.parse(envelope.payloadBytes());
  }

  /// What Model Signing puts into a bundle as the public key's hint.
  static String pemDigest(String pem) {
    return Digest.of(pem.getBytes(StandardCharsets.US_ASCII)).hex();
  }

  private static void requireType(Envelope envelope, String expected) throws VerificationException {
    if (!envelope.payloadType().equals(expected)) {
      throw new VerificationException(
          Reason.WRONG_PAYLOAD_TYPE,
          "the envelope holds " + envelope.payloadType() + ", expected " + expected);
    }
  }

  private static void requireHolds(ECPublicKey key, Envelope envelope, Envelope.Signature signature)
      throws VerificationException {
    byte[] signed =
        Envelope.preAuthenticationEncoding(envelope.payloadType(), envelope.payloadBytes());
    if (!EcdsaP256.verifies(key, signed, signature.bytes())) {
      throw new VerificationException(
          Reason.BAD_SIGNATURE,
          "the signature of key "
              + Digest.of(key.getEncoded()).hex()
              + " does not fit the payload: it or the payload was changed");
    }
  }

  private static List<byte[]> pemBlocks(String pem) throws IOException {
    try {
      return Pem.read(Pem.PUBLIC, pem);
    } catch (IllegalArgumentException e) {
      throw new IOException("a trusted key is not valid PEM", e);
    }
  }

  private static ECPublicKey publicKey(byte[] der) throws IOException {
    try {
      ECPublicKey key =
          (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
      EcdsaP256.requireCurve(key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IOException("a trusted key is not a P-256 public key", e);
    }
  }
}
