package org.assay.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at an upload in pure Java, before any native code does. Whatever the bytes are, the
/// outcome is a report.
public final class ModelInspector {
  /// The versions of the file format that ONNX Runtime 1.29 reads.
  static final long LEAST_IR_VERSION = 3;

  static final long GREATEST_IR_VERSION = 13;

  private ModelInspector() {}

  /// Inspects the files that lie directly in a folder.
  ///
  /// @throws UncheckedIOException when the folder or a file in it cannot be read
  public static InspectionReport inspect(Path folder, InspectionLimits limits) {
    try (Stream<Path> entries = Files.list(folder)) {
      return inspect(
          entries
              .limit(limits.maximumFiles() + 1L)
              .map(entry -> ModelFile.of(String.valueOf(entry.getFileName()), entry))
              .sorted(Comparator.comparing(ModelFile::name))
              .toList(),
          limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Inspects named files, wherever their bytes are.
  ///
  /// @throws UncheckedIOException when a file cannot be read
  public static InspectionReport inspect(List<ModelFile> files, InspectionLimits limits) {
    Findings findings = new Findings();
    Optional<ModelFile> main = new UploadChecks(limits, findings).mainFile(files);
    String name = main.map(ModelFile::name).orElse("");
    if (main.isEmpty() || findings.anyBlocking()) {
      return InspectionReport.unread(name, findings.list());
    }
    try {
      Optional<ModelProto> model = new ModelParser(limits, findings).parse(main.get());
      return model
          .map(read -> examine(read, files, main.get(), limits, findings))
          .orElseGet(() -> InspectionReport.unread(name, findings.list()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InspectionReport examine(
      ModelProto model,
      List<ModelFile> files,
      ModelFile main,
      InspectionLimits limits,
      Findings findings) {
    new HeaderChecks(findings).check(model);
    GraphTour tour = new GraphTour(limits, findings);
    tour.visit(model);
    ExternalData external = new ExternalData(files, main, findings);
    TensorChecks tensors = new TensorChecks(limits, findings, external);
    tour.tensors().forEach(tensors::check);
    tour.sparseTensors().forEach(tensors::checkSparse);
    external.checkTogether();
    tensors.checkTotal();
    if (!findings.anyBlocking()) {
      new GraphStructure(findings).check(model.getGraph());
      new OperatorBudgets(limits, findings).check(model.getGraph());
    }
    return new InspectionReport(
        main.name(),
        model.getIrVersion(),
        producer(model),
        Descriptions.inputs(model.getGraph()),
        Descriptions.outputs(model.getGraph()),
        Descriptions.opsets(model),
        tour.operators(),
        tour.parameters(),
        findings.list());
  }

  private static String producer(ModelProto model) {
    return Printable.of((model.getProducerName() + " " + model.getProducerVersion()).strip());
  }

  /// Whether a parser's failure says that bytes are missing, or a length inside points beyond them.
  static boolean isTruncation(InvalidProtocolBufferException failure) {
    return String.valueOf(failure.getMessage()).contains("ended unexpectedly");
  }
}
