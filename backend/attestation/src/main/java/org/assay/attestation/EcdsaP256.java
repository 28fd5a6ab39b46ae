package org.assay.attestation;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/// ECDSA over NIST P-256 with SHA-256, signatures in DER, by the platform's own provider.
final class EcdsaP256 {

  static final String CURVE = "secp256r1";

  private static final String ALGORITHM = "SHA256withECDSA";

  private EcdsaP256() {}

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] der) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(der);
    } catch (SignatureException notEvenASignature) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot verify", e);
    }
  }

  static void requireCurve(ECKey key) throws InvalidKeyException {
    if (!sameCurve(key.getParams(), parameters())) {
      throw new InvalidKeyException("the key is not on the curve P-256");
    }
  }

  /// The public key that belongs to a private one. PKCS#8 need not carry it, and the platform
  /// offers no point multiplication; agreement with the generator gives the point's x, the curve's
  /// equation two candidates for y, and a trial signature tells which is right.
  static ECPublicKey publicKeyOf(PrivateKey key) {
    try {
      ECParameterSpec curve = parameters();
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(key);
      agreement.doPhase(publicKey(curve.getGenerator()), true);
      BigInteger x = new BigInteger(1, agreement.generateSecret());
      BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
      BigInteger square =
          x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
      BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p); // p = 3 mod 4
      byte[] trial = {1};
      byte[] signed = sign(key, trial);
      for (BigInteger candidate : new BigInteger[] {y, p.subtract(y)}) {
        ECPublicKey publicKey = publicKey(new ECPoint(x, candidate));
        if (verifies(publicKey, trial, signed)) {
          return publicKey;
        }
      }
      throw new IllegalStateException("no point on P-256 belongs to the private key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the public key cannot be derived", e);
    }
  }

  private static ECPublicKey publicKey(ECPoint point) throws GeneralSecurityException {
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters()));
  }

  private static boolean sameCurve(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  private static ECParameterSpec parameters() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(CURVE));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the platform does not know P-256", e);
    }
  }
}
