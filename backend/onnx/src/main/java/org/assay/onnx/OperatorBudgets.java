package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Sizes and trip counts that the file itself fixes. What depends on the input is left to the
/// limits of the worker, and said.
final class OperatorBudgets {
  private final InspectionLimits limits;
  private final Findings findings;
  private final Set<String> sizedAtRunTime = new TreeSet<>();

  OperatorBudgets(InspectionLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  /// `4.0 TiB (4398046511104 bytes)`, or words for what does not fit in 63 bits.
  static String size(long bytes) {
    if (bytes == Long.MAX_VALUE) {
      return "more than 8 EiB";
    }
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = bytes < 1024 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
    return unit == 0
        ? bytes + " bytes"
        : "%.1f %s (%d bytes)".formatted(bytes / Math.pow(1024, unit), units[unit], bytes);
  }

  void check(GraphProto graph) {
    Scope scope = new Scope(graph, null);
    graph
        .getInputList()
        .forEach(
            input -> {
              NodeProto asInput = NodeProto.newBuilder().addInput(input.getName()).build();
              scope
                  .shape(asInput, 0)
                  .ifPresent(
                      shape ->
                          checkSize(
                              "input-too-large",
                              "input \"" + Printable.of(input.getName()) + "\"",
                              Sizes.bytes(
                                  Math.max(0, Sizes.product(shape)),
                                  bits(scope.type(asInput, 0)))));
            });
    walk(graph, scope, 1);
    if (!sizedAtRunTime.isEmpty()) {
      findings.add(
          Finding.information(
              "runtime-sized-output",
              "Operators make tensors whose size depends on the input: %s."
                  .formatted(String.join(", ", sizedAtRunTime)),
              "Nothing to do; the limits of the worker and of serving hold them."));
    }
  }

  /// @param trips how often this graph runs in one run of the model
  private void walk(GraphProto graph, Scope scope, long trips) {
    for (NodeProto node : graph.getNodeList()) {
      scope.learn(node);
      if (OutputShapes.isGrowing(node)) {
        checkOutput(node, scope);
      }
      long inner = Sizes.times(trips, trips(node, scope));
      for (AttributeProto attribute : node.getAttributeList()) {
        if (attribute.hasG()) {
          walk(attribute.getG(), new Scope(attribute.getG(), scope), inner);
        }
        attribute.getGraphsList().forEach(body -> walk(body, new Scope(body, scope), inner));
      }
      if (isLoop(node)) {
        checkLoop(node, scope, inner);
      }
    }
  }

  private void checkOutput(NodeProto node, Scope scope) {
    Optional<List<Long>> shape = OutputShapes.of(node, scope);
    if (shape.isEmpty()) {
      sizedAtRunTime.add(node.getOpType());
      return;
    }
    long elements = Sizes.product(shape.get().stream().map(n -> Math.max(0, n)).toList());
    int type = OutputShapes.type(node, scope);
    checkSize(
        "output-too-large",
        "output of the operator %s \"%s\""
            .formatted(node.getOpType(), Printable.of(node.getName())),
        Sizes.bytes(elements, bits(type)));
    if (node.getOutputCount() > 0) {
      scope.made(node.getOutput(0), shape.get(), type);
    }
  }

  private void checkSize(String id, String what, long bytes) {
    if (bytes > limits.maximumTensorBytes()) {
      findings.add(
          Finding.blocking(
              id,
              "The %s takes %s; the limit for one tensor is %d bytes."
                  .formatted(what, size(bytes), limits.maximumTensorBytes()),
              "Make its shape smaller, or ask the administrator to raise the limit."));
    }
  }

  private static boolean isLoop(NodeProto node) {
    return node.getOpType().equals("Loop");
  }

  /// The constant number of runs of the node's body; 1 where there is no constant.
  private static long trips(NodeProto node, Scope scope) {
    if (isLoop(node)) {
      return Math.max(1, tripCount(node, scope).orElse(1L));
    }
    if (node.getOpType().equals("Scan") && node.getInputCount() > 0) {
      return scope
          .shape(node, node.getInputCount() - 1)
          .filter(shape -> !shape.isEmpty())
          .map(shape -> Math.max(1, shape.getFirst()))
          .orElse(1L);
    }
    return 1;
  }

  /// A constant trip count; the largest integers stand for "none" in exports of while loops.
  private static Optional<Long> tripCount(NodeProto node, Scope scope) {
    return scope
        .integers(node, 0)
        .filter(counts -> !counts.isEmpty())
        .map(List::getFirst)
        .filter(count -> count != Long.MAX_VALUE && count != Integer.MAX_VALUE);
  }

  private void checkLoop(NodeProto node, Scope scope, long trips) {
    GraphProto body = body(node);
    boolean endsByCondition = body == null || !alwaysTrue(node, body, scope);
    boolean counted = Scope.isGiven(node, 0) && tripCount(node, scope).isPresent();
    boolean none =
        !Scope.isGiven(node, 0)
            || (scope.integers(node, 0).isPresent() && tripCount(node, scope).isEmpty());
    String name = "\"" + Printable.of(node.getName()) + "\"";
    if (none && !endsByCondition) {
      findings.add(
          Finding.blocking(
              "endless-loop",
              "The Loop %s has no trip count and its condition is always true.".formatted(name),
              "Give the loop a trip count or a condition that ends it."));
    } else if (trips > limits.maximumTripCount() && counted && !endsByCondition) {
      findings.add(
          Finding.blocking(
              "loop-trip-count",
              "The body of the Loop %s runs %s times; the limit is %d."
                  .formatted(
                      name,
                      trips == Long.MAX_VALUE ? "more than 2^63" : Long.toString(trips),
                      limits.maximumTripCount()),
              "Do the work in tensors instead of a loop, or lower the trip count."));
    } else if (!counted || trips > limits.maximumTripCount()) {
      findings.add(
          Finding.warning(
              "unbounded-loop",
              "How often the Loop %s runs depends on the input or on its condition."
                  .formatted(name),
              "Give the loop a small constant trip count; serving ends runs at their deadline."));
    }
  }

  private static @Nullable GraphProto body(NodeProto node) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals("body") && attribute.hasG())
        .map(AttributeProto::getG)
        .findFirst()
        .orElse(null);
  }

  /// Whether the condition is true at the start and every body hands on a constant true or the
  /// condition that it was given.
  private static boolean alwaysTrue(NodeProto node, GraphProto body, Scope scope) {
    boolean atStart =
        !Scope.isGiven(node, 1)
            || scope.constant(node, 1).filter(ConstantValues::isTrue).isPresent();
    if (!atStart || body.getOutputCount() == 0 || body.getInputCount() < 2) {
      return false;
    }
    Scope inside = new Scope(body, scope);
    Map<String, String> sources = new HashMap<>();
    for (NodeProto inner : body.getNodeList()) {
      inside.learn(inner);
      if (inner.getOpType().equals("Identity") && inner.getInputCount() == 1) {
        inner.getOutputList().forEach(made -> sources.put(made, inner.getInput(0)));
      }
    }
    String condition = body.getOutput(0).getName();
    for (int steps = 0; steps < body.getNodeCount() && sources.containsKey(condition); steps++) {
      condition = sources.getOrDefault(condition, condition);
    }
    return condition.equals(body.getInput(1).getName())
        || inside.constant(condition).filter(ConstantValues::isTrue).isPresent();
  }

  private static int bits(int type) {
    return TensorType.isKnown(type) ? TensorType.of(type).bits() : Byte.SIZE;
  }
}
