package org.assay.onnx.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assay.onnx.runtime.RunFailedException.Reason;
import org.jspecify.annotations.Nullable;

/// A loaded model that takes and gives tensors of any supported type. Safe for threads; close it
/// only after the last run has ended.
public final class TensorSession implements AutoCloseable {
  private final SessionOptions options;
  private final OrtSession session;
  private final List<TensorSignature> inputs;
  private final List<TensorSignature> outputs;

  private TensorSession(SessionOptions options, OrtSession session)
      throws OrtException, RunFailedException {
    this.options = options;
    this.session = session;
    this.inputs = inputs(session.getInputInfo());
    this.outputs = outputs(session.getOutputInfo());
  }

  /// Loads a model from exactly these bytes. Outputs that are no tensors (sequences, maps) are left
  /// out.
  ///
  /// @param externalData a folder with the files of external data that nobody else can write, to be
  ///     kept as long as the session; null where the model has none
  /// @throws RunFailedException if the runtime refuses the bytes, if an input is no tensor of an
  ///     [ElementType], or if no output is one
  public static TensorSession open(
      byte[] model, @Nullable Path externalData, SessionSettings settings)
      throws RunFailedException {
    SessionOptions options = new SessionOptions();
    try {
      configure(options, settings);
      if (externalData != null) {
        options.addConfigEntry(
            "session.model_external_initializers_file_folder_path",
            externalData.toAbsolutePath().toString());
      }
      OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options);
      return own(options, session);
    } catch (OrtException e) {
      options.close();
      throw new RunFailedException(
          Reason.UNSUPPORTED_MODEL, "ONNX Runtime refuses the model: " + e.getMessage(), e);
    }
  }

  private static TensorSession own(SessionOptions options, OrtSession session)
      throws OrtException, RunFailedException {
    try {
      return new TensorSession(options, session);
    } catch (RunFailedException e) {
      session.close();
      options.close();
      throw e;
    }
  }

  private static void configure(SessionOptions options, SessionSettings settings)
      throws OrtException {
    options.setInterOpNumThreads(1);
    options.addConfigEntry(
        "optimization.constant_folding_max_output_size_in_bytes",
        Long.toString(settings.foldedBytes()));
    switch (settings.device()) {
      case CPU -> {
        options.setIntraOpNumThreads(settings.threadsPerRun());
        options.addConfigEntry("session.intra_op.allow_spinning", settings.spin() ? "1" : "0");
      }
      case CUDA -> {
        options.setIntraOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.use_device_allocator_for_initializers", "1");
        addCuda(options, settings.deviceBytes());
      }
    }
  }

  private static void addCuda(SessionOptions options, long deviceBytes) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
      cuda.add("gpu_mem_limit", Long.toString(deviceBytes));
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      cuda.add("cudnn_conv_algo_search", "HEURISTIC");
      options.addCUDA(cuda);
    }
  }

  /// What a run takes, in the model's order.
  public List<TensorSignature> inputs() {
    return inputs;
  }

  /// What a run can give, in the model's order.
  public List<TensorSignature> outputs() {
    return outputs;
  }

  /// One run.
  ///
  /// @param given every input by name
  /// @param wanted names of outputs, at least one
  /// @return the wanted outputs, in the order of `wanted`
  public Map<String, Tensor> run(
      Map<String, Tensor> given, Set<String> wanted, Cancellation cancellation)
      throws RunFailedException {
    List<OnnxTensor> opened = new ArrayList<>();
    try (OrtSession.RunOptions run = new OrtSession.RunOptions()) {
      Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> input : given.entrySet()) {
        OnnxTensor tensor = Tensors.toRuntime(input.getValue());
        opened.add(tensor);
        tensors.put(input.getKey(), tensor);
      }
      return run(tensors, wanted, run, cancellation);
    } catch (OrtException e) {
      throw failure(e, cancellation);
    } finally {
      opened.forEach(OnnxTensor::close);
    }
  }

  private Map<String, Tensor> run(
      Map<String, OnnxTensor> tensors,
      Set<String> wanted,
      OrtSession.RunOptions run,
      Cancellation cancellation)
      throws OrtException, RunFailedException {
    if (!cancellation.begin(run)) {
      throw new RunFailedException(Reason.CANCELLED, "the run was stopped before it began");
    }
    try (OrtSession.Result result = session.run(tensors, wanted, run)) {
      Map<String, Tensor> answer = new LinkedHashMap<>();
      for (String name : wanted) {
        answer.put(name, fromRuntime(name, result.get(name)));
      }
      return answer;
    } finally {
      cancellation.end();
    }
  }

  private static Tensor fromRuntime(String name, Optional<OnnxValue> value)
      throws OrtException, RunFailedException {
    if (value.isPresent() && value.get() instanceof OnnxTensor tensor) {
      return Tensors.fromRuntime(tensor);
    }
    throw new RunFailedException(Reason.FAILED, "the model gave no tensor \"" + name + "\"");
  }

  private static RunFailedException failure(OrtException e, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return new RunFailedException(Reason.CANCELLED, "the run was stopped", e);
    }
    Reason reason =
        e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT
            ? Reason.INVALID_INPUT
            : Reason.FAILED;
    return new RunFailedException(reason, String.valueOf(e.getMessage()), e);
  }

  private static List<TensorSignature> inputs(Map<String, NodeInfo> nodes)
      throws RunFailedException {
    List<TensorSignature> inputs = new ArrayList<>();
    for (NodeInfo node : nodes.values()) {
      inputs.add(
          signature(node)
              .orElseThrow(
                  () ->
                      new RunFailedException(
                          Reason.UNSUPPORTED_MODEL,
                          "input \""
                              + node.getName()
                              + "\" is "
                              + node.getInfo()
                              + ", which cannot be served")));
    }
    return List.copyOf(inputs);
  }

  private static List<TensorSignature> outputs(Map<String, NodeInfo> nodes)
      throws RunFailedException {
    List<TensorSignature> outputs =
        nodes.values().stream().map(TensorSession::signature).flatMap(Optional::stream).toList();
    if (outputs.isEmpty()) {
      throw new RunFailedException(
          Reason.UNSUPPORTED_MODEL, "no output of the model is a tensor that can be served");
    }
    return outputs;
  }

  private static Optional<TensorSignature> signature(NodeInfo node) {
    if (!(node.getInfo() instanceof TensorInfo info)) {
      return Optional.empty();
    }
    List<Long> shape = new ArrayList<>();
    for (long dimension : info.getShape()) {
      shape.add(dimension);
    }
    return Tensors.type(info.onnxType).map(t -> new TensorSignature(node.getName(), t, shape));
  }

  /// Frees the model's native memory.
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not close a session", e);
    } finally {
      options.close();
    }
  }
}
