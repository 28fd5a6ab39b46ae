package org.assay.serving.protocol;

import java.util.List;

/// What this server says of itself.
public final class ServerDescription {
  public static final String NAME = "assay-serving";

  /// The protocol, and the month of its text that is followed.
  public static final String VERSION = "open-inference-protocol-v2/2025-05";

  public static final List<String> REST_EXTENSIONS = List.of("binary_tensor_data");

  /// The platform of every model here.
  public static final String PLATFORM = "onnx_onnxv1";

  private ServerDescription() {}
}
