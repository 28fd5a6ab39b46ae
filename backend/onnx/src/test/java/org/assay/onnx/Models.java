package org.assay.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/// Small models, good and hostile, made by hand.
public final class Models {
  public static final int FLOAT = 1;
  public static final int INT64 = 7;
  public static final int BOOL = 9;

  private Models() {}

  /// `probability[N,1] = sigmoid(x[N,2] · (2, -1) + 0.5)`.
  public static ModelProto.Builder logistic() {
    return model(
        GraphProto.newBuilder()
            .setName("logistic")
            .addInput(value("x", FLOAT, -1, 2))
            .addInitializer(floats("w", List.of(2L, 1L), 2, -1))
            .addInitializer(floats("b", List.of(1L), 0.5f))
            .addNode(node("Gemm", List.of("x", "w", "b"), "z"))
            .addNode(node("Sigmoid", List.of("z"), "probability"))
            .addOutput(value("probability", FLOAT, -1, 1)));
  }

  /// A Loop without a trip count whose condition stays true; with `hidden`, the condition is
  /// computed so that nobody can see it in the file.
  public static ModelProto.Builder endless(boolean hidden) {
    GraphProto.Builder body =
        GraphProto.newBuilder()
            .setName("body")
            .addInput(value("i", INT64))
            .addInput(value("go", BOOL))
            .addInput(value("acc", FLOAT, -1, 2))
            .addOutput(value("go_on", BOOL))
            .addOutput(value("acc_on", FLOAT, -1, 2))
            .addNode(node("Identity", List.of("acc"), "acc_on"));
    if (hidden) {
      body.addInitializer(longs("never", List.of(), -1))
          .addNode(node("Greater", List.of("i", "never"), "go_on"));
    } else {
      body.addNode(node("Identity", List.of("go"), "go_on"));
    }
    return looping("", body.build());
  }

  public static ModelProto.Builder looping(String tripCount, GraphProto body) {
    GraphProto.Builder graph =
        GraphProto.newBuilder()
            .setName("looping")
            .addInput(value("x", FLOAT, -1, 2))
            .addInitializer(
                TensorProto.newBuilder().setName("true").setDataType(BOOL).addInt32Data(1))
            .addNode(
                node("Loop", List.of(tripCount, "true", "x"), "y")
                    .addAttribute(graphAttribute("body", body)))
            .addOutput(value("y", FLOAT, -1, 2));
    return model(graph);
  }

  /// A body for [#looping] that goes on for as long as it is let.
  public static GraphProto countedBody() {
    return GraphProto.newBuilder()
        .setName("body")
        .addInput(value("i", INT64))
        .addInput(value("go", BOOL))
        .addInput(value("acc", FLOAT, -1, 2))
        .addNode(node("Identity", List.of("go"), "go_on"))
        .addNode(node("Identity", List.of("acc"), "acc_on"))
        .addOutput(value("go_on", BOOL))
        .addOutput(value("acc_on", FLOAT, -1, 2))
        .build();
  }

  /// A tensor of the shape that the file gives, 4 TiB for 2^40 floats.
  public static ModelProto.Builder constantOfShape(long... shape) {
    return model(
        GraphProto.newBuilder()
            .setName("large")
            .addInput(value("x", FLOAT, -1, 2))
            .addInitializer(longs("shape", List.of((long) shape.length), shape))
            .addNode(node("ConstantOfShape", List.of("shape"), "large"))
            .addNode(node("ReduceSum", List.of("large"), "sum"))
            .addNode(node("Add", List.of("x", "sum"), "y"))
            .addOutput(value("y", FLOAT, -1, 2)));
  }

  /// Grows a row to 2^36 floats, by a shape computed from the input so that the file does not
  /// show it.
  public static ModelProto.Builder memoryBomb() {
    return model(
        GraphProto.newBuilder()
            .setName("bomb")
            .addInput(value("x", FLOAT, -1, 2))
            .addInitializer(longs("million", List.of(2L), 1L << 18, 1L << 17))
            .addNode(node("Shape", List.of("x"), "s"))
            .addNode(node("Mul", List.of("s", "million"), "grown"))
            .addNode(node("Expand", List.of("one", "grown"), "large"))
            .addNode(node("ReduceSum", List.of("large"), "sum"))
            .addNode(node("Add", List.of("x", "sum"), "y"))
            .addInitializer(floats("one", List.of(1L, 1L), 1))
            .addOutput(value("y", FLOAT, -1, 2)));
  }

  /// The logistic model with its weights in another file.
  public static ModelProto.Builder external(String location, String offset, String length) {
    ModelProto.Builder model = logistic();
    model
        .getGraphBuilder()
        .setInitializer(0, external("w", List.of(2L, 1L), location, offset, length));
    return model;
  }

  public static TensorProto external(
      String name, List<Long> dims, String location, String offset, String length) {
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(FLOAT)
        .addAllDims(dims)
        .setDataLocation(DataLocation.EXTERNAL)
        .addExternalData(entry("location", location))
        .addExternalData(entry("offset", offset))
        .addExternalData(entry("length", length))
        .build();
  }

  public static ModelProto.Builder model(GraphProto.Builder graph) {
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("assay-test")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph);
  }

  public static NodeProto.Builder node(String operator, List<String> inputs, String... outputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .setName(operator + "_" + outputs[0])
        .addAllInput(inputs)
        .addAllOutput(List.of(outputs));
  }

  public static AttributeProto graphAttribute(String name, GraphProto graph) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.GRAPH)
        .setG(graph)
        .build();
  }

  /// @param shape -1 for a free dimension
  public static ValueInfoProto value(String name, int type, long... shape) {
    TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
    for (long size : shape) {
      dimensions.addDim(
          size < 0
              ? TensorShapeProto.Dimension.newBuilder().setDimParam("N")
              : TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions)))
        .build();
  }

  public static TensorProto floats(String name, List<Long> dims, float... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(FLOAT).addAllDims(dims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor.build();
  }

  public static TensorProto longs(String name, List<Long> dims, long... values) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(INT64).addAllDims(dims);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return tensor.build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }
}
