package org.assay.onnx.runtime;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.onnx.mapping.ColumnMapping;
import org.assay.onnx.mapping.Encoding;
import org.assay.onnx.mapping.InputColumns;

/// Whether a mapping fits a model, and how.
final class MappingChecks {
  private static final Set<TensorPort.Kind> FED =
      EnumSet.of(
          TensorPort.Kind.FLOAT32,
          TensorPort.Kind.FLOAT64,
          TensorPort.Kind.INT32,
          TensorPort.Kind.INT64,
          TensorPort.Kind.STRING);

  private MappingChecks() {}

  static List<InputBinding> bind(
      OnnxModel model, ColumnMapping mapping, Map<String, List<String>> dictionaries) {
    List<String> fed = mapping.inputs().stream().map(InputColumns::input).toList();
    for (TensorPort port : model.inputs()) {
      if (!fed.contains(port.name())) {
        throw new MappingException(
            "input-not-fed",
            "the model's input \"%s\" is fed by no column; the mapping feeds %s"
                .formatted(port.name(), fed),
            "Name the columns for every input of the model.");
      }
    }
    if (model.output(mapping.output().name()).isEmpty()) {
      throw new MappingException(
          "unknown-output",
          "the model has no output \"%s\"; it has %s"
              .formatted(
                  mapping.output().name(), model.outputs().stream().map(TensorPort::name).toList()),
          "Name one of these outputs.");
    }
    List<InputBinding> bindings = new ArrayList<>();
    for (InputColumns input : mapping.inputs()) {
      bindings.add(bind(port(model, input), input, mapping, dictionaries));
    }
    return bindings;
  }

  private static TensorPort port(OnnxModel model, InputColumns input) {
    return model
        .input(input.input())
        .orElseThrow(
            () ->
                new MappingException(
                    "unknown-input",
                    "the model has no input \"%s\"; it has %s"
                        .formatted(
                            input.input(), model.inputs().stream().map(TensorPort::name).toList()),
                    "Name one of these inputs."));
  }

  private static InputBinding bind(
      TensorPort port,
      InputColumns input,
      ColumnMapping mapping,
      Map<String, List<String>> dictionaries) {
    checkKind(port);
    checkShape(port, input.columns().size());
    List<String> features = mapping.features();
    List<List<String>> texts = new ArrayList<>();
    for (String column : input.columns()) {
      boolean text = mapping.encoding(column) == Encoding.Text.INSTANCE;
      if (text != (port.kind() == TensorPort.Kind.STRING)) {
        throw new MappingException(
            "encoding-type",
            text
                ? "column \"%s\" is text and the input \"%s\" takes numbers"
                    .formatted(column, port.name())
                : "column \"%s\" is a number and the input \"%s\" takes text"
                    .formatted(column, port.name()),
            text
                ? "Encode the column as categories with a code for each value."
                : "Encode the column as text.");
      }
      texts.add(dictionaries.getOrDefault(column, List.of()));
    }
    return new InputBinding(
        port, input.columns().stream().map(features::indexOf).toList(), input.columns(), texts);
  }

  private static void checkKind(TensorPort port) {
    if (!FED.contains(port.kind())) {
      throw new MappingException(
          "input-type",
          "the input \"%s\" is of a type that no column can feed".formatted(port.name()),
          "Export the model with inputs of float32, float64, int32, int64 or string.");
    }
  }

  private static void checkShape(TensorPort port, int columns) {
    List<Long> shape = port.shape();
    boolean fits =
        switch (shape.size()) {
          case 1 -> columns == 1;
          case 2 -> shape.get(1) < 0 || shape.get(1) == columns;
          default -> false;
        };
    if (!fits || (shape.getFirst() >= 0 && shape.getFirst() != 1)) {
      throw new MappingException(
          "input-shape",
          "the input \"%s\" has the shape %s (-1 = any) and the mapping gives it %d columns"
              .formatted(port.name(), shape, columns),
          "Give it as many columns as its second dimension, and leave its first one open.");
    }
  }
}
