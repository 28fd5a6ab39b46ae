package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the values of a graph flow: each made once, before it is used, and from what is there.
final class GraphStructure {
  private static final String EXPORT_AGAIN =
      "Run onnx.checker.check_model on it, mend the graph and export it again.";

  private final Findings findings;

  GraphStructure(Findings findings) {
    this.findings = findings;
  }

  /// @param graph the model's own; bodies are checked from within
  void check(GraphProto graph) {
    if (graph.getOutputCount() == 0) {
      block("no-output", "The model has no output.");
    }
    if (Descriptions.inputs(graph).isEmpty()) {
      block("no-input", "The model has no input: whatever is asked, it answers the same.");
    }
    Set<String> used = new HashSet<>();
    for (String name : unresolved(graph, used)) {
      block(
          "undefined-value",
          "\"%s\" is used in the graph and nothing there makes it.".formatted(Printable.of(name)));
    }
    graph.getOutputList().forEach(output -> used.add(output.getName()));
    for (TensorDescription input : Descriptions.inputs(graph)) {
      if (!used.contains(input.name())) {
        findings.add(
            Finding.warning(
                "unused-input",
                "The input \"%s\" is used by no operator.".formatted(input.name()),
                "Leave it out, or check that the export kept the whole model."));
      }
    }
  }

  /// Names that a graph uses and does not define itself; every name used is added to `used`.
  private Set<String> unresolved(GraphProto graph, Set<String> used) {
    Set<String> given = new HashSet<>();
    graph.getInitializerList().forEach(tensor -> given.add(tensor.getName()));
    graph.getSparseInitializerList().forEach(tensor -> given.add(tensor.getValues().getName()));
    graph.getInputList().forEach(input -> given.add(input.getName()));
    Map<String, Integer> makers = makers(graph, given);
    List<Set<String>> needs = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>();
    for (NodeProto node : graph.getNodeList()) {
      Set<String> need = needs(node, used);
      used.addAll(need);
      need.stream()
          .filter(name -> !given.contains(name) && !makers.containsKey(name))
          .forEach(missing::add);
      need.removeIf(name -> !makers.containsKey(name));
      needs.add(need);
    }
    graph.getOutputList().stream()
        .map(output -> output.getName())
        .filter(name -> !given.contains(name) && !makers.containsKey(name))
        .forEach(missing::add);
    checkOrder(graph, makers, needs);
    return missing;
  }

  private Map<String, Integer> makers(GraphProto graph, Set<String> given) {
    Map<String, Integer> makers = new HashMap<>();
    for (int i = 0; i < graph.getNodeCount(); i++) {
      for (String output : graph.getNode(i).getOutputList()) {
        if (output.isEmpty()) {
          continue;
        }
        if (given.contains(output) || makers.putIfAbsent(output, i) != null) {
          block(
              "duplicate-output-name",
              "\"%s\" is made twice; a value has one maker.".formatted(Printable.of(output)));
        }
      }
    }
    return makers;
  }

  private Set<String> needs(NodeProto node, Set<String> used) {
    Set<String> needs = new LinkedHashSet<>(node.getInputList());
    needs.remove("");
    for (AttributeProto attribute : node.getAttributeList()) {
      if (attribute.hasG()) {
        needs.addAll(unresolved(attribute.getG(), used));
      }
      attribute.getGraphsList().forEach(body -> needs.addAll(unresolved(body, used)));
    }
    return needs;
  }

  /// Kahn's algorithm: a node is done when all that it needs is; what never gets done is a cycle.
  private void checkOrder(GraphProto graph, Map<String, Integer> makers, List<Set<String>> needs) {
    int nodes = needs.size();
    int[] waiting = new int[nodes];
    List<List<Integer>> followers = new ArrayList<>();
    needs.forEach(_ -> followers.add(new ArrayList<>()));
    boolean sorted = true;
    for (int node = 0; node < nodes; node++) {
      for (String need : needs.get(node)) {
        int maker = makers.getOrDefault(need, node);
        sorted &= maker < node;
        waiting[node]++;
        followers.get(maker).add(node);
      }
    }
    if (sorted) {
      return;
    }
    int done = countDone(waiting, followers);
    if (done < nodes) {
      block(
          "cyclic-graph",
          "The graph \"%s\" has a cycle: %d of its operators wait for each other."
              .formatted(Printable.of(graph.getName()), nodes - done));
    } else {
      findings.add(
          Finding.warning(
              "unsorted-graph",
              "The operators of the graph \"%s\" are not in the order in which they run."
                  .formatted(Printable.of(graph.getName())),
              EXPORT_AGAIN));
    }
  }

  private static int countDone(int[] waiting, List<List<Integer>> followers) {
    ArrayDeque<Integer> ready = new ArrayDeque<>();
    for (int node = 0; node < waiting.length; node++) {
      if (waiting[node] == 0) {
        ready.add(node);
      }
    }
    int done = 0;
    while (!ready.isEmpty()) {
      done++;
      for (int follower : followers.get(ready.remove())) {
        if (--waiting[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    return done;
  }

  private void block(String id, String message) {
    findings.add(Finding.blocking(id, message, EXPORT_AGAIN));
  }
}
