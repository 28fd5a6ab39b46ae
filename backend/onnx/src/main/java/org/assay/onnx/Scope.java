package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known, without running anything, of the values in a graph: constants, shapes and types.
/// A body sees the values around it.
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, TensorProto> constants = new HashMap<>();
  private final Map<String, List<Long>> shapes = new HashMap<>();
  private final Map<String, Integer> types = new HashMap<>();

  Scope(GraphProto graph, @Nullable Scope outer) {
    this.outer = outer;
    graph.getInputList().forEach(this::declare);
    graph.getValueInfoList().forEach(this::declare);
    graph.getInitializerList().forEach(tensor -> constant(tensor.getName(), tensor));
  }

  /// Takes in what a node that makes or passes on a constant says.
  void learn(NodeProto node) {
    if (node.getOutputCount() == 0) {
      return;
    }
    if (node.getOpType().equals("Constant")) {
      for (AttributeProto attribute : node.getAttributeList()) {
        ConstantValues.of(attribute).ifPresent(tensor -> constant(node.getOutput(0), tensor));
      }
    } else if (node.getOpType().equals("Identity") && node.getInputCount() == 1) {
      constant(node.getInput(0)).ifPresent(tensor -> constant(node.getOutput(0), tensor));
    }
  }

  void made(String name, List<Long> shape, int type) {
    shapes.put(name, List.copyOf(shape));
    types.put(name, type);
  }

  Optional<TensorProto> constant(String name) {
    TensorProto found = constants.get(name);
    if (found != null || outer == null) {
      return Optional.ofNullable(found);
    }
    return outer.constant(name);
  }

  /// The node's input as a constant; empty where it is left out or known only at run time.
  Optional<TensorProto> constant(NodeProto node, int input) {
    return isGiven(node, input) ? constant(node.getInput(input)) : Optional.empty();
  }

  /// Whole numbers of a small constant input.
  Optional<List<Long>> integers(NodeProto node, int input) {
    return constant(node, input).flatMap(ConstantValues::integers);
  }

  /// Numbers of a small constant input.
  Optional<List<Double>> numbers(NodeProto node, int input) {
    return constant(node, input).flatMap(ConstantValues::numbers);
  }

  static boolean isGiven(NodeProto node, int input) {
    return input < node.getInputCount() && !node.getInput(input).isEmpty();
  }

  /// The shape of the node's input where all of it is known.
  Optional<List<Long>> shape(NodeProto node, int input) {
    return isGiven(node, input) ? shape(node.getInput(input)) : Optional.empty();
  }

  /// The element type of the node's input; float32 where it is not known.
  int type(NodeProto node, int input) {
    return isGiven(node, input) ? type(node.getInput(input)) : 1;
  }

  private Optional<List<Long>> shape(String name) {
    List<Long> found = shapes.get(name);
    if (found != null || outer == null) {
      return Optional.ofNullable(found);
    }
    return outer.shape(name);
  }

  private int type(String name) {
    Integer found = types.get(name);
    if (found != null) {
      return found;
    }
    return outer == null ? 1 : outer.type(name);
  }

  private void constant(String name, TensorProto tensor) {
    constants.put(name, tensor);
    made(name, tensor.getDimsList(), tensor.getDataType());
  }

  private void declare(ValueInfoProto value) {
    if (!value.getType().hasTensorType()) {
      return;
    }
    var tensor = value.getType().getTensorType();
    types.put(value.getName(), tensor.getElemType());
    List<Dimension> dimensions = tensor.getShape().getDimList();
    if (tensor.hasShape()
        && dimensions.stream().allMatch(dim -> dim.hasDimValue() && dim.getDimValue() >= 0)) {
      shapes.put(value.getName(), dimensions.stream().map(Dimension::getDimValue).toList());
    }
  }
}
