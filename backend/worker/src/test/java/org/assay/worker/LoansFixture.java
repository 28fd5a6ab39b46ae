package org.assay.worker;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assay.onnx.ModelFile;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.InputColumns;
import org.assay.onnx.mapping.OutputChoice;
import org.assay.worker.launch.WorkerHome;
import org.assay.worker.launch.WorkerLauncher;
import org.assay.worker.launch.WorkerLimits;
import org.assay.worker.launch.WorkerOutcome;
import org.assay.worker.protocol.Column;
import org.assay.worker.protocol.RunLimits;
import org.assay.worker.protocol.Table;
import org.assay.worker.protocol.WorkerRequest;
import org.assay.worker.protocol.WorkerTask;

/// Loans made up for tests: `income` and a category `debt`, which the logistic model takes; who got
/// one; and two groups of people.
public final class LoansFixture {
  public static final ColumnMapping MAPPING = mapping(Map.of("low", 0.0, "high", 1.0));
  public static final Path HOME = Path.of("target", "worker");

  private LoansFixture() {}

  public static ColumnMapping mapping(Map<String, Double> codes) {
    return new ColumnMapping(
        List.of(new InputColumns("x", List.of("income", "debt"))),
        Map.of("debt", new Encoding.Categories(codes)),
        new OutputChoice.Score("probability", 0, 0.5));
  }

  public static Table table(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    double[] income = new double[rows];
    int[] debt = new int[rows];
    double[] paid = new double[rows];
    int[] group = new int[rows];
    for (int i = 0; i < rows; i++) {
      income[i] = random.nextDouble() * 4 - 2;
      debt[i] = random.nextInt(2);
      paid[i] = 2 * income[i] - debt[i] + random.nextDouble() > 0 ? 1 : 0;
      group[i] = random.nextInt(3) - 1;
    }
    return Table.of(
        new Column.Numbers("income", income),
        new Column.Texts("debt", List.of("low", "high"), debt),
        new Column.Numbers("paid", paid),
        new Column.Texts("group", List.of("a", "b"), group));
  }

  public static WorkerTask.Audit audit() {
    return new WorkerTask.Audit(
        MAPPING, "paid", "1", List.of("group"), Map.of("group", "a"), 10, 0.95, RunLimits.DEFAULT);
  }

  public static WorkerTask.Explain explain() {
    return new WorkerTask.Explain(MAPPING, "paid", "1", 7, 20, 5, 11, RunLimits.DEFAULT);
  }

  public static WorkerRequest probe(ModelProto.Builder model, RunLimits limits) {
    return new WorkerRequest(new WorkerTask.Probe(limits), files(model), null);
  }

  public static List<ModelFile> files(ModelProto.Builder model) {
    return List.of(ModelFile.of("model.onnx", model.build().toByteArray()));
  }

  public static WorkerOutcome run(Path folder, WorkerRequest request) throws java.io.IOException {
    return new WorkerLauncher(WorkerHome.of(HOME), folder)
        .run(request, WorkerLimits.DEFAULT, (_, _) -> {}, () -> false);
  }
}
