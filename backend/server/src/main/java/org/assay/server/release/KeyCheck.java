package org.assay.server.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assay.attestation.Digest;
import org.assay.attestation.SigningKey;
import org.assay.attestation.Statement;
import org.assay.attestation.TrustedKeys;
import org.assay.attestation.VerificationException;

/// Looks whether the house's key signs, and whether its file is still the one it was taken from.
@ApplicationScoped
public class KeyCheck {
  private static final String TYPE = "urn:assay:key-check";

  private final HouseKey key;
  private final SigningConfig config;

  KeyCheck(HouseKey key, SigningConfig config) {
    this.key = key;
    this.config = config;
  }

  /// @param keyId of the key in use
  /// @param signs whether what it signs holds under its public half
  /// @param sameInFile whether the folder still has this key: a restart would take what is there
  /// @param demo whether the file says that a demo made it
  public record Found(String keyId, boolean signs, boolean sameInFile, boolean demo) {}

  public Found look() {
    SigningKey house = key.get();
    KeyFolder folder = new KeyFolder(config.folder());
    return new Found(house.keyId(), signs(house), folder.holds(house.keyId()), folder.isDemo());
  }

  private static boolean signs(SigningKey key) {
    Statement probe =
        new Statement(
            List.of(
                new Statement.Subject(
                    "key-check", Digest.of(TYPE.getBytes(StandardCharsets.US_ASCII)))),
            TYPE,
            Map.of());
    try {
      return TrustedKeys.fromPem(List.of(key.publicKeyPem()))
          .verify(key.sign(probe), Statement.PAYLOAD_TYPE)
          .predicateType()
          .equals(TYPE);
    } catch (IOException | VerificationException e) {
      return false;
    }
  }
}
