package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path folder;

  @Test
  void numbersAreDoublesAndTextsAreCoded() throws IOException, SQLException {
    Table table = read(Examined.csv(folder, "x,word\n1,b\n,a\n 3,b\n2,\n"));
    assertThat(table.rows()).isEqualTo(4);
    Column.Numbers numbers = (Column.Numbers) table.column("x").orElseThrow();
    assertThat(numbers.values()).containsExactly(1, Double.NaN, 3, 2);
    Column.Texts texts = (Column.Texts) table.column("word").orElseThrow();
    assertThat(texts.dictionary()).containsExactly("b", "a");
    assertThat(texts.codes()).containsExactly(0, 1, 0, Column.MISSING);
  }

  @Test
  void booleansAndDatesAreTextsInOneSpelling() throws IOException, SQLException {
    Table table =
        read(
            Examined.csv(
                folder,
                "flag,day,at\n"
                    + "True,2020-01-02,2020-01-02T10:00:00\n"
                    + "false,2020-01-03,2020-01-02 10:00:00.5\n"));
    assertThat(((Column.Texts) table.column("flag").orElseThrow()).dictionary())
        .containsExactly("true", "false");
    assertThat(((Column.Texts) table.column("day").orElseThrow()).dictionary())
        .containsExactly("2020-01-02", "2020-01-03");
    assertThat(((Column.Texts) table.column("at").orElseThrow()).dictionary())
        .containsExactly("2020-01-02 10:00:00", "2020-01-02 10:00:00.5");
  }

  @Test
  void parquetGivesTheSameTableAsCsv() throws IOException, SQLException {
    Table csv = read(Examined.csv(folder, "x,word,flag\n1.5,b,true\n2.5,a,false\n"));
    Path file =
        Examined.parquet(
            folder, "SELECT * FROM (VALUES (1.5, 'b', true), (2.5, 'a', false)) t(x, word, flag)");
    Table parquet = read(Examined.of(file));
    assertThat(parquet).usingRecursiveComparison().isEqualTo(csv);
  }

  @Test
  void theRowsKeepTheFilesOrder() throws IOException, SQLException {
    StringBuilder rows = new StringBuilder("x\n");
    for (int i = 0; i < 200_000; i++) {
      rows.append(i).append('\n');
    }
    Table table = read(Examined.csv(folder, rows.toString()));
    double[] numbers = ((Column.Numbers) table.columns().getFirst()).values();
    assertThat(numbers).isSorted().hasSize(200_000);
  }

  private static Table read(Examined examined) throws IOException, SQLException {
    try (OpenedFile opened = OpenedFile.streaming(examined.file(), Examined.CONFIG)) {
      List<TableSource.Field> fields = examined.fields();
      int rows = Math.toIntExact(examined.content().rows());
      return Tables.read(opened, examined.source(), fields, rows);
    }
  }
}
