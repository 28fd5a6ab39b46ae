package org.assay.serving.grpc;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.assay.api.inference.InferParameter;
import org.assay.api.inference.ModelInferRequest;
import org.assay.api.inference.ModelInferRequest.InferInputTensor;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.engine.LoadedModel;
import org.assay.serving.protocol.InferenceRequest;
import org.assay.serving.protocol.ModelInputs;
import org.assay.serving.protocol.ModelOutputs;
import org.assay.serving.protocol.RawTensors;
import org.jspecify.annotations.Nullable;

/// Reads a gRPC request against its model.
final class GrpcRequest {
  private GrpcRequest() {}

  /// @param deadline what is left of the caller's own
  /// @throws Refusal `MALFORMED` if the request does not fit the model
  static InferenceRequest read(
      ModelInferRequest request, LoadedModel model, @Nullable Duration deadline) {
    ModelInputs inputs = new ModelInputs(model.inputs());
    boolean raw = request.getRawInputContentsCount() > 0;
    if (raw && request.getRawInputContentsCount() != request.getInputsCount()) {
      throw Refusal.malformed(
          "raw_input_contents has "
              + request.getRawInputContentsCount()
              + " entries for "
              + request.getInputsCount()
              + " inputs: give one for each");
    }
    for (int i = 0; i < request.getInputsCount(); i++) {
      InferInputTensor input = request.getInputs(i);
      long[] shape = input.getShapeList().stream().mapToLong(Long::longValue).toArray();
      ElementType type = inputs.declare(input.getName(), input.getDatatype(), shape);
      inputs.give(
          input.getName(),
          raw
              ? raw(input, type, shape, request.getRawInputContents(i).asReadOnlyByteBuffer())
              : GrpcContents.read(input.getName(), type, shape, input.getContents()));
    }
    ModelOutputs outputs = new ModelOutputs(model.outputs());
    request.getOutputsList().forEach(output -> outputs.want(output.getName(), true));
    return new InferenceRequest(
        request.getId().isEmpty() ? null : request.getId(),
        inputs.complete(),
        outputs.complete(true),
        shorter(deadline, timeout(request)));
  }

  private static Tensor raw(
      InferInputTensor input, ElementType type, long[] shape, ByteBuffer content) {
    if (input.hasContents()) {
      throw Refusal.malformed(
          "input \""
              + input.getName()
              + "\" has contents, and the request has raw_input_contents: use one of them");
    }
    return RawTensors.read(input.getName(), type, shape, content);
  }

  private static @Nullable Duration timeout(ModelInferRequest request) {
    InferParameter timeout = request.getParametersMap().get("timeout");
    if (timeout == null || !timeout.hasInt64Param() || timeout.getInt64Param() <= 0) {
      return null;
    }
    return Duration.ofNanos(1000 * Math.min(timeout.getInt64Param(), Integer.MAX_VALUE));
  }

  private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
