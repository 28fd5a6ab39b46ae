package org.assay.attestation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The house's private key: ECDSA on P-256 with SHA-256. Signs; never shows its secret except to
/// [#save].
public final class SigningKey {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private final ECPrivateKey privateKey;
  private final ECPublicKey publicKey;

  private SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /// A new key from the platform's secure randomness.
  public static SigningKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(EcdsaP256.CURVE));
      KeyPair pair = generator.generateKeyPair();
      return new SigningKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform cannot make a P-256 key", e);
    }
  }

  /// Reads an unencrypted PKCS#8 PEM file, as [#save] or `openssl genpkey` write it. Refused with
  /// an `IOException`: a file that anybody but its owner may use, no or several private keys in it,
  /// and a key that is not on P-256.
  public static SigningKey load(Path file) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(Files.getPosixFilePermissions(file));
    permissions.retainAll(OTHERS);
    if (!permissions.isEmpty()) {
      throw new IOException(
          "signing key " + file + " is open to others: chmod 600 it (found " + permissions + ")");
    }
    return fromPem(Files.readString(file, StandardCharsets.US_ASCII));
  }

  /// Reads an unencrypted PKCS#8 PEM text; the same refusals as [#load], save for the file's.
  public static SigningKey fromPem(String pem) throws IOException {
    try {
      List<byte[]> blocks = Pem.read(Pem.PRIVATE, pem);
      if (blocks.size() != 1) {
        throw new IOException(
            "a signing key is one \"PRIVATE KEY\" block (PKCS#8 PEM), found " + blocks.size());
      }
      ECPrivateKey key =
          (ECPrivateKey)
              KeyFactory.getInstance("EC")
                  .generatePrivate(new PKCS8EncodedKeySpec(blocks.getFirst()));
      EcdsaP256.requireCurve(key);
      return new SigningKey(key, EcdsaP256.publicKeyOf(key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the signing key is not a P-256 key in PKCS#8 PEM", e);
    }
  }

  /// Writes the key as PKCS#8 PEM to a new file that only its owner may read and write (0600), from
  /// its first byte on. An existing file is never overwritten.
  public void save(Path file) throws IOException {
    ByteBuffer pem =
        StandardCharsets.US_ASCII.encode(Pem.write(Pem.PRIVATE, privateKey.getEncoded()));
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      while (pem.hasRemaining()) {
        channel.write(pem);
      }
    }
  }

  /// The public half as SubjectPublicKeyInfo PEM, for [TrustedKeys] and for other verifiers.
  public String publicKeyPem() {
    return Pem.write(Pem.PUBLIC, publicKey.getEncoded());
  }

  /// SHA-256 of the public key's SubjectPublicKeyInfo (DER), 64 hexadecimal digits.
  public String keyId() {
    return Digest.of(publicKey.getEncoded()).hex();
  }

  TrustedKeys trustingThisAlone() {
    return TrustedKeys.of(publicKey);
  }

  /// An envelope with one signature by this key, under its id.
  public Envelope sign(String payloadType, byte[] payload) {
    return sign(payloadType, payload, keyId());
  }

  /// An envelope around a statement.
  public Envelope sign(Statement statement) {
    return sign(Statement.PAYLOAD_TYPE, statement.toBytes());
  }

  Envelope sign(String payloadType, byte[] payload, String keyid) {
    byte[] signature =
        EcdsaP256.sign(privateKey, Envelope.preAuthenticationEncoding(payloadType, payload));
    Base64.Encoder base64 = Base64.getEncoder();
    return new Envelope(
        payloadType,
        base64.encodeToString(payload),
        List.of(new Envelope.Signature(keyid, base64.encodeToString(signature))));
  }

  @Override
  public String toString() {
    return "SigningKey[" + keyId() + "]";
  }
}
