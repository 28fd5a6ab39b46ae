package org.assay.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.assay.api.audit.EventView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvEventsTest {
  @Test
  void anEventIsOneLineUnderTheHeader() throws IOException {
    EventView event =
        new EventView(
            7,
            Instant.parse("2026-11-27T10:00:00Z"),
            "olivia",
            "version.sealed",
            "version",
            "a,b",
            "credit",
            null,
            Map.of("note", "说 \"ja\"\n"));
    assertThat(written(event))
        .isEqualTo(
            "id,at,actor,action,subjectType,subjectId,model,version,body\r\n"
                + "7,2026-11-27T10:00:00Z,olivia,version.sealed,version,\"a,b\",credit,,"
                + "\"{\"\"note\"\":\"\"说 \\\"\"ja\\\"\"\\n\"\"}\"\r\n");
  }

  @Test
  void noEventsAreAHeaderAlone() throws IOException {
    assertThat(written()).isEqualTo(CsvEvents.HEADER + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum(a1)", "\tx"})
  void aCellThatASpreadsheetWouldCalculateIsText(String formula) {
    assertThat(CsvEvents.cell(formula)).isEqualTo("'" + formula);
  }

  @Test
  void aFormulaIsDefusedInsideQuotesToo() {
    assertThat(CsvEvents.cell("=hyperlink(\"x\",1)")).isEqualTo("\"'=hyperlink(\"\"x\"\",1)\"");
    assertThat(CsvEvents.cell("\rx")).isEqualTo("\"'\rx\"");
    assertThat(CsvEvents.cell("a=1")).isEqualTo("a=1");
  }

  private static String written(EventView... events) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvEvents csv = new CsvEvents(out, new ObjectMapper())) {
      for (EventView event : events) {
        csv.write(event);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
