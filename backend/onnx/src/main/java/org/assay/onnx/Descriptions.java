package org.assay.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a model says about itself, in words.
final class Descriptions {
  private Descriptions() {}

  /// The inputs that a caller must feed: those without an initializer.
  static List<TensorDescription> inputs(GraphProto graph) {
    Set<String> initialized =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    return graph.getInputList().stream()
        .filter(input -> !initialized.contains(input.getName()))
        .map(Descriptions::describe)
        .toList();
  }

  static List<TensorDescription> outputs(GraphProto graph) {
    return graph.getOutputList().stream().map(Descriptions::describe).toList();
  }

  static List<OpsetVersion> opsets(ModelProto model) {
    return model.getOpsetImportList().stream()
        .map(
            opset ->
                new OpsetVersion(
                    Printable.of(OperatorCatalog.domain(opset.getDomain())), opset.getVersion()))
        .toList();
  }

  private static TensorDescription describe(ValueInfoProto value) {
    TypeProto type = value.getType();
    List<String> shape = type.hasTensorType() ? shape(type.getTensorType().getShape()) : List.of();
    return new TensorDescription(Printable.of(value.getName()), word(type), shape);
  }

  private static List<String> shape(TensorShapeProto shape) {
    return shape.getDimList().stream().map(Descriptions::dimension).toList();
  }

  private static String dimension(Dimension dimension) {
    return switch (dimension.getValueCase()) {
      case DIM_VALUE -> Long.toString(dimension.getDimValue());
      case DIM_PARAM ->
          dimension.getDimParam().isEmpty() ? "?" : Printable.of(dimension.getDimParam());
      case VALUE_NOT_SET -> "?";
    };
  }

  /// Types nest no deeper than the parser follows.
  private static String word(TypeProto type) {
    return switch (type.getValueCase()) {
      case TENSOR_TYPE -> TensorType.word(type.getTensorType().getElemType());
      case SPARSE_TENSOR_TYPE ->
          "sparse(" + TensorType.word(type.getSparseTensorType().getElemType()) + ")";
      case SEQUENCE_TYPE -> "sequence(" + word(type.getSequenceType().getElemType()) + ")";
      case OPTIONAL_TYPE -> "optional(" + word(type.getOptionalType().getElemType()) + ")";
      case MAP_TYPE ->
          "map("
              + TensorType.word(type.getMapType().getKeyType())
              + ","
              + word(type.getMapType().getValueType())
              + ")";
      case OPAQUE_TYPE -> "opaque";
      case VALUE_NOT_SET -> "unknown";
    };
  }
}
