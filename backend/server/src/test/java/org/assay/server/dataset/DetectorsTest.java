package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.api.datasets.Sensitivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorsTest {
  /// Published specimens: Wikipedia's and the issuers' own examples, no person's numbers.
  @ParameterizedTest
  @CsvSource({
    "EMAIL,olivia@example.org",
    "EMAIL,write to olivia@example.org today",
    "IBAN,GB82 WEST 1234 5698 7654 32",
    "IBAN,DE89370400440532013000",
    "CARD,4111 1111 1111 1111",
    "CARD,378282246310005",
    "US_SSN,078-05-1120",
    "UK_NINO,AB 12 34 56 C",
    "DE_TAX_ID,86095742719",
    "FR_NIR,2 55 08 14 168 025 38",
    "ES_DNI,12345678Z",
    "ES_DNI,X1234567L",
    "IP,192.168.10.254",
    "PHONE,+49 30 901820",
    "PHONE,(212) 555-0123"
  })
  void whatItIsIsRecognised(ValueDetector detector, String value) {
    assertThat(detector.matches(value)).isTrue();
    List<String> values = Collections.nCopies(5, value);
    assertThat(ValueDetector.first(ColumnKind.TEXT, values).orElseThrow().sensitivity())
        .isEqualTo(Sensitivity.IDENTIFIER);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL,olivia at example.org",
    "IBAN,GB82 WEST 1234 5698 7654 33",
    "CARD,4111 1111 1111 1112",
    "US_SSN,666-05-1120",
    "UK_NINO,QQ 12 34 56 C",
    "DE_TAX_ID,86095742718",
    "FR_NIR,2 55 08 14 168 025 39",
    "ES_DNI,12345678A",
    "IP,192.168.10.256",
    "PHONE,1980-05-12",
    "PHONE,12/05/1980",
    "PHONE,3.14159265",
    "PHONE,12345678"
  })
  void whatItIsNotIsNot(ValueDetector detector, String value) {
    assertThat(detector.matches(value)).isFalse();
  }

  @Test
  void aFewOddValuesDoNotHideWhatAColumnIs() {
    List<String> mostly = IntStream.range(0, 10).mapToObj(DetectorsTest::mostlyIban).toList();
    Proposal proposal = ValueDetector.first(ColumnKind.TEXT, mostly).orElseThrow();
    assertThat(proposal.because())
        .isEqualTo("9 of the 10 values looked at are bank account numbers (IBAN, checksum right).");
  }

  @ParameterizedTest
  @CsvSource({
    "applicant_race,SENSITIVE,race",
    "Gender,SENSITIVE,gender",
    "ageAtLoan,SENSITIVE,age",
    "afam,SENSITIVE,afam",
    "maritalStatus,SENSITIVE,marital",
    "ZIP code,QUASI_IDENTIFIER,zip",
    "dateOfBirth,QUASI_IDENTIFIER,birth",
    "customer_id,IDENTIFIER,id",
    "lastName,IDENTIFIER,name",
    "name,IDENTIFIER,name"
  })
  void theNameOfAColumnSaysWhatItIs(String name, Sensitivity sensitivity, String word) {
    Proposal proposal = Proposal.of(name, "VARCHAR", List.of("x", "x"));
    assertThat(proposal.sensitivity()).isEqualTo(sensitivity);
    assertThat(proposal.because()).contains("\"" + word + "\"");
  }

  @ParameterizedTest
  @CsvSource({"language_model", "wage2", "product_name", "pirat", "deny", "essex"})
  void aWordInsideAnotherWordIsNotThatWord(String name) {
    assertThat(NameDetector.first(name).map(Proposal::sensitivity))
        .isNotEqualTo(java.util.Optional.of(Sensitivity.SENSITIVE))
        .isNotEqualTo(java.util.Optional.of(Sensitivity.IDENTIFIER));
  }

  @Test
  void textsThatNeverRepeatIdentifyButNumbersDoNot() {
    List<String> unique = IntStream.range(0, 50).mapToObj(i -> "r" + i).toList();
    assertThat(Proposal.of("reference", "VARCHAR", unique).sensitivity())
        .isEqualTo(Sensitivity.IDENTIFIER);
    List<String> numbers = IntStream.range(0, 50).mapToObj(i -> i + ".5").toList();
    assertThat(Proposal.of("ratio", "DOUBLE", numbers).sensitivity()).isEqualTo(Sensitivity.PLAIN);
    assertThat(Proposal.of("opened", "DATE", List.of("2020-01-01")).sensitivity())
        .isEqualTo(Sensitivity.QUASI_IDENTIFIER);
  }

  @Test
  void theReasonNeverQuotesAValue() {
    List<String> values = IntStream.range(0, 50).mapToObj(i -> "canary" + i + "@x.org").toList();
    assertThat(Proposal.of("a", "VARCHAR", values).because()).doesNotContain("canary");
  }

  private static String mostlyIban(int i) {
    return i == 3 ? "none" : "DE89370400440532013000";
  }
}
