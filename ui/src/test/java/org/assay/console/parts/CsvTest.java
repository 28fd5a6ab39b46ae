package org.assay.console.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.api.Page;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void commasQuotesAndLineBreaksAreQuoted() {
    assertThat(Csv.line(Arrays.asList("a,b", "say \"so\"", "two\nlines", null, 7)))
        .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,7\r\n");
  }

  @Test
  void aTextIsNeverAFormula() {
    for (var start : List.of("=", "+", "-", "@", "\t", "\r")) {
      assertThat(Csv.cell(start + "cmd|' /C calc'!A0")).matches("\"?'(?s).*");
    }
    assertThat(Csv.cell("=HYPERLINK(\"http://x\",1)"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",1)\"");
  }

  @Test
  void aNumberBelowZeroStaysANumber() {
    assertThat(Csv.cell(-0.25)).isEqualTo("-0.25");
  }

  @Test
  void everyPageIsWrittenAndEachIsAskedForOnce() throws IOException {
    List<Integer> asked = new ArrayList<>();
    Lists.Source<Integer> source =
        (page, size) -> {
          asked.add(page);
          var end = Math.min(450, (page + 1) * size);
          return new Page<>(IntStream.range(page * size, end).boxed().toList(), 450, page, size);
        };
    var out = new StringWriter();
    new CsvExport<>(source)
        .column("n", n -> n)
        .column("half", n -> n / 2.0)
        .write(source.page(0, 200), out);
    assertThat(asked).containsExactly(0, 1, 2);
    assertThat(out.toString()).startsWith("\uFEFFn,half\r\n0,0.0\r\n").endsWith("449,224.5\r\n");
    assertThat(out.toString().lines()).hasSize(451);
  }

  @Test
  void anEmptyListIsItsHeader() throws IOException {
    var out = new StringWriter();
    new CsvExport<Integer>((page, size) -> new Page<>(List.of(), 0, page, size))
        .column("n", n -> n)
        .write(new Page<>(List.of(), 0, 0, 200), out);
    assertThat(out.toString()).isEqualTo("\uFEFFn\r\n");
  }
}
