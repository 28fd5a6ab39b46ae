package org.assay.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import java.util.List;

/// The logistic model with one thing wrong.
final class HostileModels {
  private HostileModels() {}

  static ModelProto.Builder overlapping() {
    ModelProto.Builder model = Models.external("weights.bin", "0", "8");
    model
        .getGraphBuilder()
        .setInitializer(1, Models.external("b", List.of(1L), "weights.bin", "4", "4"));
    return model;
  }

  static ModelProto.Builder withNode(String operator, String domain) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addNode(Models.node(operator, List.of("x"), "extra").setDomain(domain));
    return model;
  }

  static ModelProto.Builder withEdge(String operator, String input, String output) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addNode(Models.node(operator, List.of(input), output));
    return model;
  }

  static ModelProto.Builder withOpset(long version) {
    return Models.logistic().setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(version));
  }

  static ModelProto.Builder counted(long trips) {
    ModelProto.Builder model = Models.looping("trips", Models.countedBody());
    model.getGraphBuilder().addInitializer(Models.longs("trips", List.of(), trips));
    return model;
  }

  static ModelProto.Builder tiled() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addInitializer(Models.longs("repeats", List.of(2L), 1L << 20, 1L << 20))
        .addNode(Models.node("Tile", List.of("w", "repeats"), "large"));
    return model;
  }

  static ModelProto.Builder ranged() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addInitializer(Models.longs("from", List.of(), 0))
        .addInitializer(Models.longs("to", List.of(), 1L << 50))
        .addInitializer(Models.longs("by", List.of(), 1))
        .addNode(Models.node("Range", List.of("from", "to", "by"), "large"));
    return model;
  }

  static ModelProto.Builder sparse() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addSparseInitializer(
            SparseTensorProto.newBuilder()
                .setValues(Models.floats("s", List.of(1L), 1))
                .setIndices(Models.longs("i", List.of(1L), 0))
                .addDims(1L << 40));
    return model;
  }

  static ModelProto.Builder withInput(long size) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().setInput(0, Models.value("x", Models.FLOAT, size, 2));
    return model;
  }

  static ModelProto.Builder withWeights(List<Long> dims) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().setInitializer(0, Models.floats("w", dims, 1, 2));
    return model;
  }

  static ModelProto.Builder withType(int type) {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().getInitializerBuilder(0).setDataType(type);
    return model;
  }

  static ModelProto.Builder cyclic() {
    ModelProto.Builder model = Models.logistic();
    model
        .getGraphBuilder()
        .addNode(Models.node("Add", List.of("x", "q"), "p"))
        .addNode(Models.node("Identity", List.of("p"), "q"));
    return model;
  }

  static ModelProto.Builder unsorted() {
    ModelProto.Builder model = Models.logistic();
    GraphProto graph = model.getGraph();
    model.getGraphBuilder().setNode(0, graph.getNode(1)).setNode(1, graph.getNode(0));
    return model;
  }

  static ModelProto.Builder withUnusedInput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().addInput(Models.value("race", Models.FLOAT, -1, 1));
    return model;
  }

  static ModelProto.Builder withoutOutput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().clearOutput();
    return model;
  }

  static ModelProto.Builder withoutInput() {
    ModelProto.Builder model = Models.logistic();
    model.getGraphBuilder().clearInput().addInitializer(Models.floats("x", List.of(1L, 2L), 1, 1));
    return model;
  }

  static ModelProto.Builder nested(int depth) {
    GraphProto body = Models.countedBody();
    for (int i = 0; i < depth; i++) {
      body =
          Models.countedBody().toBuilder()
              .addNode(
                  Models.node("Loop", List.of("", "", "acc"), "inner")
                      .addAttribute(Models.graphAttribute("body", body)))
              .build();
    }
    return Models.looping("", body);
  }
}
