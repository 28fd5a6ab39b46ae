package org.assay.serving.grpc;

import com.google.protobuf.ByteString;
import java.util.Map;
import org.assay.api.inference.ModelInferResponse;
import org.assay.api.inference.ModelInferResponse.InferOutputTensor;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.protocol.InferenceAnswer;
import org.assay.serving.protocol.RawTensors;

/// Writes an answer in the form of its request: raw for raw, contents for contents. A type that
/// contents cannot carry makes the whole answer raw.
final class GrpcAnswer {
  private GrpcAnswer() {}

  static ModelInferResponse write(InferenceAnswer answer, boolean rawRequest) {
    boolean raw =
        rawRequest
            || !answer.outputs().values().stream()
                .map(Tensor::type)
                .allMatch(GrpcContents::carries);
    ModelInferResponse.Builder response =
        ModelInferResponse.newBuilder()
            .setModelName(answer.release().modelName())
            .setModelVersion(answer.release().version());
    if (answer.request().id() != null) {
      response.setId(answer.request().id());
    }
    for (Map.Entry<String, Tensor> output : answer.outputs().entrySet()) {
      InferOutputTensor.Builder described = describe(output.getKey(), output.getValue());
      if (raw) {
        response.addRawOutputContents(ByteString.copyFrom(RawTensors.write(output.getValue())));
      } else {
        described.setContents(GrpcContents.write(output.getValue()));
      }
      response.addOutputs(described);
    }
    return response.build();
  }

  private static InferOutputTensor.Builder describe(String name, Tensor tensor) {
    InferOutputTensor.Builder output =
        InferOutputTensor.newBuilder().setName(name).setDatatype(tensor.type().name());
    for (long dimension : tensor.shape()) {
      output.addShape(dimension);
    }
    return output;
  }
}
