package org.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assay.demo.DemoLoader;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.runtime.MappedScorer;
import org.assay.onnx.runtime.OnnxModel;
import org.assay.onnx.runtime.OnnxOptions;
import org.assay.worker.protocol.MappingJson;

/// The demo's logistic model and the rows it has not seen.
///
/// @param rows `[n][11]`, as the model takes them
/// @param labels `[n]`, true where the mortgage was granted
@SuppressWarnings("ArrayRecordComponent") // shared with the loads, which only read
record DemoCase(byte[] model, ColumnMapping mapping, float[][] rows, boolean[] labels) {
  /// Most rows in one run of the model.
  static final int BATCH = 1 << 15;

  private static final String MODEL = "models/mortgage-approval-logistic/";

  static DemoCase read() {
    try {
      JsonNode plan = new ObjectMapper().readTree(resource(MODEL + "plan.json"));
      ColumnMapping mapping = MappingJson.parse(plan.path("mapping"));
      List<String> lines =
          new String(resource("hmda-heldout.csv"), StandardCharsets.UTF_8).lines().toList();
      List<String> header = cells(lines.getFirst());
      List<List<String>> table = lines.stream().skip(1).map(DemoCase::cells).toList();
      int label = header.indexOf(plan.path("label").asText());
      String favourable = plan.path("favourable").asText();
      float[][] rows = new float[table.size()][];
      boolean[] labels = new boolean[table.size()];
      for (int row = 0; row < rows.length; row++) {
        rows[row] = features(header, table.get(row), mapping);
        labels[row] = table.get(row).get(label).equals(favourable);
      }
      return new DemoCase(resource(MODEL + "model.onnx"), mapping, rows, labels);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo's files", e);
    }
  }

  /// One thread of the engine, as in the worker.
  OnnxModel open() {
    return OnnxModel.open(model, null, OnnxOptions.DEFAULT);
  }

  MappedScorer scorer(OnnxModel opened) {
    return new MappedScorer(opened, mapping, Map.of(), BATCH);
  }

  private static float[] features(List<String> header, List<String> cells, ColumnMapping mapping) {
    List<String> names = mapping.features();
    float[] row = new float[names.size()];
    for (int i = 0; i < row.length; i++) {
      String cell = cells.get(header.indexOf(names.get(i)));
      row[i] =
          switch (mapping.encoding(names.get(i))) {
            case Encoding.Number _ -> Float.parseFloat(cell);
            case Encoding.Categories(Map<String, Double> codes) -> code(codes, cell);
            case Encoding.Text _ -> throw new IllegalStateException("the demo's model has no text");
          };
    }
    return row;
  }

  private static float code(Map<String, Double> codes, String cell) {
    Double code = codes.get(cell);
    if (code == null) {
      throw new IllegalStateException("the demo's mapping has no code for \"" + cell + "\"");
    }
    return code.floatValue();
  }

  /// The demo's files quote with `"` and hold no comma within quotes.
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).toList();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DemoLoader.class.getResourceAsStream("/demo/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the demo has no " + name);
      }
      return in.readAllBytes();
    }
  }
}
