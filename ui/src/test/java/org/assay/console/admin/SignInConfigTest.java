package org.assay.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInConfigTest {
  @Test
  void theAdministrationOfARealmLiesBesideIt() {
    assertThat(SignInConfig.administration("https://id.example.org/auth/realms/assay"))
        .isEqualTo("https://id.example.org/auth/admin/assay/console/");
    assertThat(SignInConfig.administration("http://localhost:8180/realms/assay/"))
        .isEqualTo("http://localhost:8180/admin/assay/console/");
  }
}
