package org.assay.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.assessments.ColumnMapping;
import org.assay.api.assessments.ColumnMapping.Encoding;

/// The audited rows, and how a mapping turns one into a model's input.
final class HeldOut {
  private HeldOut() {}

  /// Each row by column name, in the columns' order. The file has no comma inside quotes.
  static List<Map<String, String>> rows() {
    String text = new String(DemoFiles.bytes("hmda-heldout.csv"), StandardCharsets.UTF_8);
    List<List<String>> lines = text.lines().map(HeldOut::cells).toList();
    List<String> header = lines.getFirst();
    return lines.stream().skip(1).map(cells -> byName(header, cells)).toList();
  }

  static float[] encode(Map<String, String> row, ColumnMapping mapping) {
    List<String> columns = mapping.inputs().getFirst().columns();
    float[] values = new float[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = encode(row.get(columns.get(i)), mapping.encodings().get(columns.get(i)));
    }
    return values;
  }

  private static float encode(String value, Encoding encoding) {
    return encoding != null && encoding.kind().equals("categories")
        ? encoding.codes().get(value).floatValue()
        : Float.parseFloat(value);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList();
  }

  private static Map<String, String> byName(List<String> header, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), cells.get(i));
    }
    return row;
  }
}
