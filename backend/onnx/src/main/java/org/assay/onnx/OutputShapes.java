package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shapes of what operators make whose output can be far larger than their inputs, as far as
/// constants in the file tell. Where an input's own shape is not known it counts as 1 in every
/// dimension, so a shape given here is never too large.
final class OutputShapes {
  private static final Set<String> GROWING =
      Set.of(
          "ConstantOfShape",
          "Expand",
          "Tile",
          "Range",
          "Pad",
          "Resize",
          "Upsample",
          "OneHot",
          "EyeLike",
          "RandomNormal",
          "RandomUniform",
          "CenterCropPad",
          "HannWindow",
          "HammingWindow",
          "BlackmanWindow",
          "MelWeightMatrix");

  private OutputShapes() {}

  static boolean isGrowing(NodeProto node) {
    return OperatorCatalog.domain(node.getDomain()).equals(OperatorCatalog.DEFAULT_DOMAIN)
        && GROWING.contains(node.getOpType());
  }

  /// Empty where the size is known only at run time.
  static Optional<List<Long>> of(NodeProto node, Scope scope) {
    return switch (node.getOpType()) {
      case "ConstantOfShape" -> scope.integers(node, 0);
      case "CenterCropPad" -> scope.integers(node, 1);
      case "Expand" -> scope.integers(node, 1).map(shape -> broadcast(node, scope, shape));
      case "Tile" -> scope.integers(node, 1).map(repeats -> tiled(node, scope, repeats));
      case "Range" -> range(node, scope);
      case "Pad" -> pads(node, scope).map(pads -> padded(node, scope, pads));
      case "Resize", "Upsample" -> resized(node, scope);
      case "OneHot" ->
          scope
              .numbers(node, 1)
              .filter(depth -> !depth.isEmpty())
              .map(depth -> appended(node, scope, depth.getFirst().longValue()));
      case "EyeLike" -> scope.shape(node, 0);
      case "RandomNormal", "RandomUniform" -> attribute(node, "shape");
      case "MelWeightMatrix" -> melWeights(node, scope);
      default -> scope.integers(node, 0);
    };
  }

  /// The element type of the node's output, as its number; float32 where nothing says so.
  static int type(NodeProto node, Scope scope) {
    if (node.getOpType().equals("ConstantOfShape")) {
      return node.getAttributeList().stream()
          .filter(attribute -> attribute.getName().equals("value") && attribute.hasT())
          .map(attribute -> attribute.getT().getDataType())
          .findFirst()
          .orElse(TensorType.FLOAT32.number());
    }
    return node.getOpType().equals("OneHot") ? scope.type(node, 2) : scope.type(node, 0);
  }

  private static List<Long> broadcast(NodeProto node, Scope scope, List<Long> shape) {
    List<Long> input = scope.shape(node, 0).orElse(List.of());
    List<Long> result = new ArrayList<>();
    int rank = Math.max(shape.size(), input.size());
    for (int i = 0; i < rank; i++) {
      long one = at(shape, i - rank + shape.size());
      long other = at(input, i - rank + input.size());
      result.add(one == 0 || other == 0 ? 0 : Math.max(one, other));
    }
    return result;
  }

  private static List<Long> tiled(NodeProto node, Scope scope, List<Long> repeats) {
    List<Long> input = scope.shape(node, 0).orElse(List.of());
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < repeats.size(); i++) {
      result.add(Sizes.times(Math.max(0, repeats.get(i)), at(input, i)));
    }
    return result;
  }

  private static Optional<List<Long>> range(NodeProto node, Scope scope) {
    Optional<List<Double>> start = scope.numbers(node, 0).filter(list -> !list.isEmpty());
    Optional<List<Double>> limit = scope.numbers(node, 1).filter(list -> !list.isEmpty());
    Optional<List<Double>> delta = scope.numbers(node, 2).filter(list -> !list.isEmpty());
    if (start.isEmpty() || limit.isEmpty() || delta.isEmpty()) {
      return Optional.empty();
    }
    double count =
        Math.ceil((limit.get().getFirst() - start.get().getFirst()) / delta.get().getFirst());
    return Optional.of(List.of(Double.isNaN(count) ? 0L : Math.max(0L, (long) count)));
  }

  private static Optional<List<Long>> pads(NodeProto node, Scope scope) {
    return Scope.isGiven(node, 1) ? scope.integers(node, 1) : attribute(node, "pads");
  }

  private static List<Long> padded(NodeProto node, Scope scope, List<Long> pads) {
    int padded = pads.size() / 2;
    List<Long> input =
        scope.shape(node, 0).filter(shape -> shape.size() == padded).orElse(List.of());
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < padded; i++) {
      long around = Sizes.sum(Math.max(0, pads.get(i)), Math.max(0, pads.get(i + padded)));
      result.add(Sizes.sum(at(input, i), around));
    }
    return result;
  }

  private static Optional<List<Long>> resized(NodeProto node, Scope scope) {
    Optional<List<Long>> sizes = scope.integers(node, 3).filter(list -> !list.isEmpty());
    if (sizes.isPresent()) {
      return sizes;
    }
    int input = node.getInputCount() > 2 ? 2 : 1;
    return scope
        .numbers(node, input)
        .or(() -> scales(node))
        .filter(list -> !list.isEmpty())
        .map(scales -> scaled(scope.shape(node, 0).orElse(List.of()), scales));
  }

  private static Optional<List<Double>> scales(NodeProto node) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals("scales"))
        .map(attribute -> attribute.getFloatsList().stream().map(Double::valueOf).toList())
        .findFirst();
  }

  private static List<Long> scaled(List<Long> input, List<Double> scales) {
    List<Long> result = new ArrayList<>();
    for (int i = 0; i < scales.size(); i++) {
      result.add((long) Math.max(0, Math.floor(at(input, i) * scales.get(i))));
    }
    return result;
  }

  private static List<Long> appended(NodeProto node, Scope scope, long depth) {
    List<Long> result = new ArrayList<>(scope.shape(node, 0).orElse(List.of()));
    result.add(Math.max(0, depth));
    return result;
  }

  private static Optional<List<Long>> melWeights(NodeProto node, Scope scope) {
    return scope
        .integers(node, 0)
        .flatMap(
            bins ->
                scope.integers(node, 1).map(length -> List.of(at(bins, 0), at(length, 0) / 2 + 1)));
  }

  private static Optional<List<Long>> attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .map(AttributeProto::getIntsList)
        .findFirst();
  }

  private static long at(List<Long> shape, int index) {
    return index >= 0 && index < shape.size() ? shape.get(index) : 1;
  }
}
