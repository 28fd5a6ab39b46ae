package org.assay.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.assay.policy.PackCases.CaseOutcome;
import org.junit.jupiter.api.Test;

class PackCasesTest {
  @Test
  void aCaseThatComesOutAsItSaysIsAsExpected() {
    PolicyPack pack = PackReader.read(Packs.withCheck("evidence.audit.ratio >= 0.8"), "x.yaml");
    assertThat(PackCases.run(pack)).hasSize(1).allMatch(CaseOutcome::asExpected);
  }

  @Test
  void aCaseThatComesOutOtherwiseSaysWhatWasFound() {
    PolicyPack pack = PackReader.read(Packs.withCheck("evidence.audit.ratio >= 0.95"), "x.yaml");
    assertThat(PackCases.run(pack)).noneMatch(CaseOutcome::asExpected);
    assertThat(PackCases.run(pack).getFirst().toString())
        .startsWith("control ratio, case 'good': expected pass, found fail");
  }

  @Test
  void aCaseOfAReleaseControlIsRunBeforeARelease() {
    String yaml = Packs.withControl("phase: release\ncheck: evidence.audit.ratio >= 0.8");
    assertThat(PackCases.run(PackReader.read(yaml, "x.yaml"))).allMatch(CaseOutcome::asExpected);
  }
}
