package org.assay.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

  /// No secret: the key published in RFC 6979, appendix A.2.5, as OpenSSL writes it.
  private static final String OPENSSL_PRIVATE =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgya+p2EW6dRZrXCFX
      Z7HWk05Qw9s26JsSe4piKxIPZyGhRANCAARg/tS6JVqdMclh63TGNW1owEm4kjth
      +mzmaWIuYPKftnkD/hAIuLyZpBrp6VYovGTy8bIMLX6fUXejwpTURiKZ
      -----END PRIVATE KEY-----
      """;

  private static final String OPENSSL_PUBLIC =
      """
      -----BEGIN PUBLIC KEY-----
      MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7
      Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==
      -----END PUBLIC KEY-----
      """;

  @TempDir Path folder;

  @Test
  void aSavedKeyIsForItsOwnerAloneAndLoadsAsTheSameKey() throws Exception {
    SigningKey key = SigningKey.generate();
    Path file = folder.resolve("key.pem");
    key.save(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    SigningKey loaded = SigningKey.load(file);
    assertThat(loaded.keyId()).isEqualTo(key.keyId());
    Envelope envelope = loaded.sign(statement());
    assertThat(Releases.trusted(key).verify(envelope, Statement.PAYLOAD_TYPE))
        .isEqualTo(statement());
  }

  @Test
  void aKeyFileThatOthersMayUseIsRefused() throws Exception {
    Path file = folder.resolve("key.pem");
    SigningKey.generate().save(file);
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> SigningKey.load(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("chmod 600");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assertThat(SigningKey.load(file).keyId()).hasSize(64);
  }

  @Test
  void anExistingFileIsNeverOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), "something");
    assertThatThrownBy(() -> SigningKey.generate().save(file))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("something");
  }

  @Test
  void aKeyMadeByOpensslLoadsWithThePublicKeyOpensslGives() throws Exception {
    assertThat(SigningKey.fromPem(OPENSSL_PRIVATE).publicKeyPem()).isEqualTo(OPENSSL_PUBLIC);
  }

  @Test
  void thePublicHalfIsFoundForEveryKey() throws Exception {
    for (int times = 0; times < 50; times++) {
      SigningKey key = SigningKey.generate();
      Path file = folder.resolve(times + ".pem");
      key.save(file);
      assertThat(SigningKey.load(file).publicKeyPem()).isEqualTo(key.publicKeyPem());
    }
  }

  @Test
  void aTextThatHoldsNoP256PrivateKeyIsRefused() throws Exception {
    KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
    other.initialize(new ECGenParameterSpec("secp384r1"));
    String larger = Pem.write(Pem.PRIVATE, other.generateKeyPair().getPrivate().getEncoded());
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    String foreign = Pem.write(Pem.PRIVATE, rsa.generateKeyPair().getPrivate().getEncoded());
    String nonsense = "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n";
    for (String pem :
        List.of("", larger, foreign, nonsense, OPENSSL_PUBLIC, OPENSSL_PRIVATE + OPENSSL_PRIVATE)) {
      assertThatThrownBy(() -> SigningKey.fromPem(pem)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void theKeyNeverShowsItsSecretAsText() {
    SigningKey key = SigningKey.generate();
    assertThat(key.toString()).isEqualTo("SigningKey[" + key.keyId() + "]");
  }

  @Test
  void trustIsReadFromAFileOrAFolderOfPemFiles() throws Exception {
    SigningKey one = SigningKey.generate();
    SigningKey two = SigningKey.generate();
    Path file = Files.writeString(folder.resolve("one.pem"), one.publicKeyPem());
    Files.writeString(folder.resolve("two.pem"), two.publicKeyPem());
    Files.writeString(folder.resolve("readme.txt"), "not a key");
    assertThat(TrustedKeys.load(file).keyIds()).containsExactly(one.keyId());
    assertThat(TrustedKeys.load(folder).keyIds())
        .containsExactlyInAnyOrder(one.keyId(), two.keyId());
  }

  @Test
  void aTrustStoreIsNeverReadInPart() throws Exception {
    KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
    other.initialize(new ECGenParameterSpec("secp384r1"));
    String larger = Pem.write(Pem.PUBLIC, other.generateKeyPair().getPublic().getEncoded());
    String good = SigningKey.generate().publicKeyPem();
    assertThatThrownBy(() -> TrustedKeys.fromPem(List.of(good, larger)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> TrustedKeys.fromPem(List.of())).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> TrustedKeys.load(folder)).hasMessageContaining("no trusted key");
  }

  private static Statement statement() {
    return new Statement(
        List.of(new Statement.Subject("a", Releases.digest("a"))), "test", Map.of("x", "y"));
  }
}
