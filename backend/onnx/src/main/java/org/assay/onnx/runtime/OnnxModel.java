package org.assay.onnx.runtime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A model loaded into ONNX Runtime on the CPU. Runs may overlap; closing while one runs is an
/// error of the caller.
public final class OnnxModel implements AutoCloseable {
  private static final String FOLDED = "optimization.constant_folding_max_output_size_in_bytes";
  private static final String SPINNING = "session.intra_op.allow_spinning";
  private static final String EXTERNAL_FOLDER =
      "session.model_external_initializers_file_folder_path";

  private final OrtEnvironment environment;
  private final SessionOptions sessionOptions;
  private final OrtSession session;
  private final OnnxOptions options;
  private final List<TensorPort> inputs;
  private final List<TensorPort> outputs;

  private OnnxModel(
      OrtEnvironment environment,
      SessionOptions sessionOptions,
      OrtSession session,
      OnnxOptions options)
      throws OrtException {
    this.environment = environment;
    this.sessionOptions = sessionOptions;
    this.session = session;
    this.options = options;
    this.inputs = ports(session.getInputInfo());
    this.outputs = ports(session.getOutputInfo());
  }

  /// Loads the very bytes given, such as those whose digest was just checked.
  ///
  /// @param model not kept after the call
  /// @param externalFolder folder with the files of external data, which nobody else can write;
  ///     null where there are none
  /// @throws LoadException when the engine refuses the model
  public static OnnxModel open(byte[] model, @Nullable Path externalFolder, OnnxOptions options) {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "assay");
    SessionOptions sessionOptions = new SessionOptions();
    try {
      sessionOptions.setIntraOpNumThreads(options.threads());
      sessionOptions.setInterOpNumThreads(1);
      sessionOptions.addConfigEntry(FOLDED, Long.toString(options.foldedBytes()));
      sessionOptions.addConfigEntry(SPINNING, options.spinning() ? "1" : "0");
      if (externalFolder != null) {
        sessionOptions.addConfigEntry(EXTERNAL_FOLDER, externalFolder.toAbsolutePath().toString());
      }
      OrtSession session = environment.createSession(model, sessionOptions);
      return new OnnxModel(environment, sessionOptions, session, options);
    } catch (OrtException e) {
      sessionOptions.close();
      throw new LoadException("ONNX Runtime does not load the model: " + e.getMessage(), e);
    }
  }

  public List<TensorPort> inputs() {
    return inputs;
  }

  public List<TensorPort> outputs() {
    return outputs;
  }

  public Optional<TensorPort> input(String name) {
    return inputs.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  public Optional<TensorPort> output(String name) {
    return outputs.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  /// Runs the model once.
  ///
  /// @param inputs every input; stay the caller's to close
  /// @param outputs names of the outputs wanted, at least one
  /// @return native memory, to be closed by the caller
  /// @throws DeadlineException when the run was ended at its deadline
  /// @throws RunException when the model fails on these inputs
  public OrtSession.Result run(Map<String, OnnxTensor> inputs, Set<String> outputs) {
    try (Watchdog watchdog = new Watchdog(options.deadline())) {
      try {
        return session.run(inputs, outputs, watchdog.options());
      } catch (OrtException e) {
        if (watchdog.expired()) {
          throw new DeadlineException(options.deadline());
        }
        throw new RunException("the model failed: " + e.getMessage(), e);
      }
    } catch (OrtException e) {
      throw new RunException("the engine could not prepare a run: " + e.getMessage(), e);
    }
  }

  /// For making input tensors.
  public OrtEnvironment environment() {
    return environment;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the engine could not close a model", e);
    } finally {
      sessionOptions.close();
    }
  }

  private static List<TensorPort> ports(Map<String, NodeInfo> nodes) {
    List<TensorPort> ports = new ArrayList<>();
    for (NodeInfo node : nodes.values()) {
      ports.add(
          switch (node.getInfo()) {
            case TensorInfo tensor ->
                new TensorPort(
                    node.getName(), kind(tensor.type), TensorPort.shape(tensor.getShape()));
            case SequenceInfo sequence when sequence.isSequenceOfMaps() ->
                new TensorPort(node.getName(), TensorPort.Kind.MAPS, List.of());
            default -> new TensorPort(node.getName(), TensorPort.Kind.OTHER, List.of());
          });
    }
    return ports;
  }

  private static TensorPort.Kind kind(OnnxJavaType type) {
    return switch (type) {
      case FLOAT -> TensorPort.Kind.FLOAT32;
      case DOUBLE -> TensorPort.Kind.FLOAT64;
      case INT32 -> TensorPort.Kind.INT32;
      case INT64 -> TensorPort.Kind.INT64;
      case BOOL -> TensorPort.Kind.BOOL;
      case STRING -> TensorPort.Kind.STRING;
      case INT8, INT16, UINT8, FLOAT16, BFLOAT16, UNKNOWN -> TensorPort.Kind.OTHER;
    };
  }
}
