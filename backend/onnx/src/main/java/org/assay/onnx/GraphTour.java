package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Goes through every node of every graph once: checks that its operator is allowed, counts it, and
/// lists the tensors and graphs met.
final class GraphTour {
  private static final Set<String> RANDOM =
      Set.of(
          "Bernoulli",
          "Multinomial",
          "RandomNormal",
          "RandomNormalLike",
          "RandomUniform",
          "RandomUniformLike");

  private final InspectionLimits limits;
  private final Findings findings;
  private final Map<String, Long> opsets = new HashMap<>();
  private final Map<String, Long> operators = new HashMap<>();
  private final List<TensorProto> tensors = new ArrayList<>();
  private final List<SparseTensorProto> sparseTensors = new ArrayList<>();
  private long nodes;
  private long listedParameters;

  GraphTour(InspectionLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  void visit(ModelProto model) {
    model
        .getOpsetImportList()
        .forEach(
            opset -> opsets.put(OperatorCatalog.domain(opset.getDomain()), opset.getVersion()));
    visit(model.getGraph(), 0);
    if (nodes > limits.maximumNodes()) {
      findings.add(
          Finding.blocking(
              "too-many-nodes",
              "The graph has %d operators; the limit is %d."
                  .formatted(nodes, limits.maximumNodes()),
              "Simplify the graph, for example with onnxsim."));
    }
  }

  Map<String, Long> operators() {
    return operators;
  }

  List<TensorProto> tensors() {
    return tensors;
  }

  List<SparseTensorProto> sparseTensors() {
    return sparseTensors;
  }

  long parameters() {
    long total = listedParameters;
    for (TensorProto tensor : tensors) {
      if (TensorType.isFloating(tensor.getDataType())) {
        long elements = Sizes.product(tensor.getDimsList());
        total = elements < 0 ? total : Sizes.sum(total, elements);
      }
    }
    return total;
  }

  private void visit(GraphProto graph, int depth) {
    if (depth > limits.maximumSubgraphDepth()) {
      findings.add(
          Finding.blocking(
              "subgraphs-too-deep",
              "Bodies of If, Loop and Scan nest more than %d deep."
                  .formatted(limits.maximumSubgraphDepth()),
              "Flatten the control flow of the model."));
      return;
    }
    tensors.addAll(graph.getInitializerList());
    sparseTensors.addAll(graph.getSparseInitializerList());
    for (NodeProto node : graph.getNodeList()) {
      nodes++;
      checkOperator(node);
      for (AttributeProto attribute : node.getAttributeList()) {
        visit(node, attribute, depth);
      }
    }
  }

  private void visit(NodeProto node, AttributeProto attribute, int depth) {
    if (attribute.hasT()) {
      tensors.add(attribute.getT());
    }
    tensors.addAll(attribute.getTensorsList());
    if (attribute.hasSparseTensor()) {
      sparseTensors.add(attribute.getSparseTensor());
    }
    sparseTensors.addAll(attribute.getSparseTensorsList());
    if (node.getDomain().equals(OperatorCatalog.ML_DOMAIN)) {
      listedParameters += attribute.getFloatsCount();
    }
    if (attribute.hasG()) {
      visit(attribute.getG(), depth + 1);
    }
    attribute.getGraphsList().forEach(graph -> visit(graph, depth + 1));
  }

  private void checkOperator(NodeProto node) {
    String domain = OperatorCatalog.domain(node.getDomain());
    String operator = node.getOpType();
    String listed = Printable.of(OperatorCatalog.listed(domain, operator));
    operators.merge(listed, 1L, Long::sum);
    if (OperatorCatalog.greatestOpset(domain) == 0) {
      findings.add(
          Finding.blocking(
              "operator-domain",
              "The operator %s is of the domain \"%s\"; only ai.onnx and ai.onnx.ml are allowed."
                  .formatted(listed, Printable.of(domain)),
              "Export the model with standard operators only; custom code is never loaded."));
      return;
    }
    if (!OperatorCatalog.knows(domain, operator)) {
      findings.add(
          Finding.blocking(
              "unknown-operator",
              "There is no operator %s.".formatted(listed),
              "Export the model with standard operators only; custom code is never loaded."));
      return;
    }
    checkVersion(domain, operator, listed);
    if (domain.equals(OperatorCatalog.DEFAULT_DOMAIN) && RANDOM.contains(operator)) {
      findings.add(
          Finding.warning(
              "random-operator",
              "The operator %s draws random numbers: the same input may give another output."
                  .formatted(listed),
              "Export the model for inference, without sampling."));
    }
  }

  private void checkVersion(String domain, String operator, String listed) {
    Long opset = opsets.get(domain);
    if (opset == null) {
      findings.add(
          Finding.blocking(
              "missing-opset",
              "The operator %s is of %s, whose version the model does not state."
                  .formatted(listed, domain),
              "Add an opset import for " + domain + "."));
      return;
    }
    OperatorCatalog.absence(domain, operator, opset)
        .ifPresent(
            why ->
                findings.add(
                    Finding.blocking(
                        "operator-version",
                        "The operator %s is not in version %d of %s: %s."
                            .formatted(listed, opset, domain, why),
                        "Export the model again with one opset for all of it.")));
  }
}
