package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assay.api.datasets.Sensitivity;
import org.assay.server.web.Refusal;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminerTest {
  @TempDir Path folder;

  @Test
  void aTableOfEveryKindIsReadWithItsTypes() throws IOException {
    Examined examined =
        Examined.csv(
            folder,
            """
            n,x,word,flag,day,moment
            1,1.5,x,true,2020-01-31,2020-01-01 10:00:00
            -2,,y,False,2020-02-01,2020-01-02T10:00:00
            """);
    assertThat(examined.content().format()).isEqualTo(ContentFormat.CSV);
    assertThat(examined.content().rows()).isEqualTo(2);
    assertThat(examined.types())
        .containsExactly("BIGINT", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE", "TIMESTAMP");
  }

  @Test
  void whatOnlyLooksLikeANumberOrABooleanStaysText() throws IOException {
    Examined examined =
        Examined.csv(
            folder,
            """
            zip,answer,big,phone,late,day,spaced,empty
            02134,yes,12345678901234567890,+4930123,1,2020-02-30,1,
            10001,no,1,+4930124,x,2020-01-01, 2,
            """);
    assertThat(examined.types())
        .containsExactly(
            "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "VARCHAR");
  }

  @Test
  void anOddValueInTheLastOfManyRowsCounts() throws IOException {
    Examined examined = Examined.csv(folder, "a,b\n" + "1,2\n".repeat(60_000) + "x,2\n");
    assertThat(examined.types()).containsExactly("VARCHAR", "BIGINT");
    assertThat(examined.content().rows()).isEqualTo(60_001);
  }

  @Test
  void otherDelimitersLineEndsAndAByteOrderMarkAreRead() throws IOException {
    Examined examined = Examined.csv(folder, "\uFEFFa;b,c\r\n1;\"x;y\"\r\n2;z\r\n");
    assertThat(examined.content().columns())
        .extracting(ColumnEntity::name)
        .containsExactly("a", "b,c");
    Examined tabs = Examined.csv(folder, "a\tb\n1\tx\n");
    assertThat(tabs.types()).containsExactly("BIGINT", "VARCHAR");
  }

  @Test
  void aHostileColumnNameIsANameAndNothingElse() throws IOException {
    Examined examined = Examined.csv(folder, "\"a\"\"; drop table x; --\",'); select 1; --\n1,2\n");
    assertThat(examined.content().columns())
        .extracting(ColumnEntity::name)
        .containsExactly("a\"; drop table x; --", "'); select 1; --");
    assertThat(examined.types()).containsExactly("BIGINT", "BIGINT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b|1,2|3|4,5 # Line 3 of the CSV has 1 fields; the header has 2.",
        "a,b|1,2|3,4,5 # Line 3 of the CSV has 3 fields; the header has 2.",
        "a,b|1,\"x\"y|2,z # Line 2 of the CSV has a quote that does not close",
        "a,b|1,\"xy|2,z # Line 2 of the CSV has a quote that does not close",
        "a,\"b|1,2 # Line 1, the header, has a quote that does not close.",
        "a,b,A|1,2,3 # Columns 1 and 3 are both named A.",
        "a,,c|1,2,3 # Column 2 has no name.",
        "a,b| # The file has a header but no rows.",
      })
  void aBrokenCsvIsRefusedWithThePlace(String lines, String sentence) {
    refusal(lines.replace('|', '\n')).hasMessageContaining(sentence);
  }

  @Test
  void aRefusalNeverQuotesTheLine() {
    refusal("a,b\ncanary-7f3a,2\ncanary-7f3a\n")
        .hasMessageNotContaining("canary")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  void mixedLineEndsAreRefused() {
    refusal("a,b\r\n1,2\n3,4\r\n").hasMessageContaining("mixes line endings");
  }

  @Test
  void otherFilesAreRefusedByWhatTheyAre() throws IOException {
    refusal("").hasMessage("The file is empty.");
    refusal("PK\u0003\u0004rest").hasMessageContaining("zip archive");
    refusal("PAR1 and no end").hasMessageContaining("its end is missing");
    refusal("\u0008\u0007\u0012onnx").hasMessageContaining("ONNX");
    refusal("a,b\n1,\0\n").hasMessageContaining("Line 2 holds a NUL byte");
    refusal("PAR1 garbage PAR1").hasMessageContaining("cannot be read");
    Path zeros = Files.write(folder.resolve("zeros"), new byte[100_000]);
    assertThatThrownBy(() -> Examined.of(zeros)).hasMessageContaining("NUL byte");
    byte[] latin = "name\nJosé\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("latin"), latin);
    assertThatThrownBy(() -> Examined.of(file)).hasMessage("Line 2 is not UTF-8 text.");
  }

  @Test
  void aCharacterAcrossTheReadBufferIsWhole() throws IOException {
    Examined examined = Examined.csv(folder, "a\n" + "é".repeat(40_000) + "\n" + "ü€😀\n");
    assertThat(examined.content().rows()).isEqualTo(2);
  }

  @Test
  void parquetIsReadWithItsOwnTypes() throws SQLException, IOException {
    Path file =
        Examined.parquet(
            folder,
            "SELECT i::INTEGER AS n, i / 3.0 AS x, 'w' || i AS word, i % 2 = 0 AS flag,"
                + " DATE '2020-01-01' + i::INTEGER AS day FROM range(100) t(i)");
    Examined examined = Examined.of(file);
    assertThat(examined.content().format()).isEqualTo(ContentFormat.PARQUET);
    assertThat(examined.content().rows()).isEqualTo(100);
    assertThat(examined.types()).containsExactly("INTEGER", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE");
  }

  @Test
  void nestedParquetIsRefusedWithTheColumn() throws SQLException {
    Path file = Examined.parquet(folder, "SELECT 1 AS a, [1, 2] AS many");
    assertThatThrownBy(() -> Examined.of(file))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessage("Column many has the type INTEGER[], which is not one flat value.");
  }

  @Test
  void proposalsLookAtNamesAndValues() throws IOException {
    StringBuilder rows = new StringBuilder("contact,deny,afam,birth_date,ref\n");
    for (int i = 0; i < 30; i++) {
      rows.append("p%d@example.org,no,yes,1980-01-%02d,r%d\n".formatted(i, i % 28 + 1, i));
    }
    assertThat(Examined.csv(folder, rows.toString()).content().columns())
        .extracting(ColumnEntity::proposed)
        .isEqualTo(
            List.of(
                Sensitivity.IDENTIFIER,
                Sensitivity.PLAIN,
                Sensitivity.SENSITIVE,
                Sensitivity.QUASI_IDENTIFIER,
                Sensitivity.IDENTIFIER));
  }

  @Test
  void theReaderOpensNothingButItsFile() throws IOException, SQLException {
    Examined examined = Examined.csv(folder, "a\n1\n");
    Path other = Files.writeString(folder.resolve("other"), "a\n1\n");
    try (OpenedFile opened = OpenedFile.open(examined.file(), Examined.CONFIG)) {
      assertThatThrownBy(
              () -> opened.query("SELECT * FROM read_csv('" + other + "')", rows -> rows.next()))
          .hasMessageContaining("disabled by configuration");
      assertThatThrownBy(
              () -> opened.query("SET enable_external_access = true", rows -> rows.next()))
          .hasMessageContaining("locked");
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refusal(String text) {
    return assertThatThrownBy(() -> Examined.csv(folder, text)).isInstanceOf(Refusal.Invalid.class);
  }
}
