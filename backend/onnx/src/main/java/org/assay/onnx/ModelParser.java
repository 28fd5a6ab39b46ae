package org.assay.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.Optional;

/// Turns the bytes of a file into a model: first a walk that only counts, then the parser.
final class ModelParser {
  /// Nested messages that the parser follows. A body within a body takes three of them.
  static final int RECURSION_LIMIT = 90;

  private final InspectionLimits limits;
  private final Findings findings;

  ModelParser(InspectionLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  /// Empty, with a finding, where the bytes are no model or would take too much memory.
  ///
  /// @throws IOException when the file cannot be read
  Optional<ModelProto> parse(ModelFile file) throws IOException {
    ByteString bytes = file.bytes();
    try {
      WireCensus census = new WireCensus(RECURSION_LIMIT, limits.maximumParsedBytes());
      census.count(input(bytes), ModelProto.getDescriptor());
      if (census.isTooDeep()) {
        findings.add(tooDeep(file));
        return Optional.empty();
      }
      if (census.isTooLarge()) {
        findings.add(tooLarge(file));
        return Optional.empty();
      }
      return withGraph(file, ModelProto.parseFrom(input(bytes)));
    } catch (InvalidProtocolBufferException e) {
      findings.add(ModelInspector.isTruncation(e) ? truncated(file) : malformed(file));
      return Optional.empty();
    }
  }

  private static CodedInputStream input(ByteString bytes) {
    CodedInputStream in = bytes.newCodedInput();
    in.enableAliasing(true);
    in.setRecursionLimit(RECURSION_LIMIT);
    return in;
  }

  private Optional<ModelProto> withGraph(ModelFile file, ModelProto model) {
    if (model.hasGraph()) {
      return Optional.of(model);
    }
    findings.add(
        Finding.blocking(
            "no-graph",
            "\"" + file.name() + "\" can be read as protobuf and holds no graph.",
            "Export the model again; a file of tensors only is external data, not a model."));
    return Optional.empty();
  }

  private Finding tooLarge(ModelFile file) {
    return Finding.blocking(
        "graph-too-large",
        "\"%s\" would take more than %d bytes of memory once read, large tensors apart."
            .formatted(file.name(), limits.maximumParsedBytes()),
        "Simplify the graph, or ask the administrator to raise the limit.");
  }

  private static Finding tooDeep(ModelFile file) {
    return Finding.blocking(
        "nested-too-deep",
        "\"%s\" nests more than %d messages.".formatted(file.name(), RECURSION_LIMIT),
        "Flatten the bodies of If, Loop and Scan.");
  }

  private static Finding truncated(ModelFile file) {
    return Finding.blocking(
        "truncated-model",
        "\"" + file.name() + "\" ends in the middle: bytes are missing or a length is wrong.",
        "Compare the size with the original and upload it again.");
  }

  private static Finding malformed(ModelFile file) {
    return Finding.blocking(
        "malformed-model",
        "\"" + file.name() + "\" is not an ONNX model: its bytes break protobuf's rules.",
        "Open it with onnx.checker on your machine, then export it again.");
  }
}
