package org.assay.server.dataset;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret under which one dataset's values become pseudonyms.
final class DatasetKey {
  static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  /// @param secret 32 random bytes
  DatasetKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a dataset's key has 32 bytes, not " + secret.length);
    }
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  byte[] authenticate(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
