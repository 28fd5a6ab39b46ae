package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class StartChecksTest {
  private static final String DEMO = "demo-only-serving-secret";
  private static final String OWN = "9f0c1e6a7b";

  @Test
  void aDemoOnThisMachineMayStart() {
    assertThat(StartChecks.objection(URI.create("http://localhost:8180/realms/assay"), DEMO))
        .isEmpty();
  }

  @Test
  void anIssuerElsewhereWithoutTlsStopsTheStart() {
    assertThat(StartChecks.objection(URI.create("http://login.example/realms/assay"), OWN))
        .hasValueSatisfying(s -> assertThat(s).contains("without TLS", "https"));
  }

  @Test
  void theDemosSecretElsewhereStopsTheStart() {
    URI issuer = URI.create("https://login.example/realms/assay");
    assertThat(StartChecks.objection(issuer, DEMO))
        .hasValueSatisfying(s -> assertThat(s).contains("secret is the demo's"));
    assertThat(StartChecks.objection(issuer, OWN)).isEmpty();
  }
}
