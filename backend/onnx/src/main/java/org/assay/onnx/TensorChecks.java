package org.assay.onnx;

import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;

/// Whether the data of every tensor is what its type and shape say.
final class TensorChecks {
  private static final String EXPORT_AGAIN =
      "Export the model again; the file is damaged or forged.";

  private final InspectionLimits limits;
  private final Findings findings;
  private final ExternalData external;
  private long total;

  TensorChecks(InspectionLimits limits, Findings findings, ExternalData external) {
    this.limits = limits;
    this.findings = findings;
    this.external = external;
  }

  void check(TensorProto tensor) {
    String name = "\"" + Printable.of(tensor.getName()) + "\"";
    if (!TensorType.isKnown(tensor.getDataType())) {
      findings.add(
          Finding.blocking(
              "tensor-type",
              "The tensor %s has the unknown type %d.".formatted(name, tensor.getDataType()),
              EXPORT_AGAIN));
      return;
    }
    if (tensor.hasSegment()) {
      mismatch("The tensor %s is a segment of another, which is not supported.".formatted(name));
      return;
    }
    TensorType type = TensorType.of(tensor.getDataType());
    long elements = Sizes.product(tensor.getDimsList());
    if (elements < 0) {
      mismatch("The tensor %s has a negative dimension.".formatted(name));
      return;
    }
    long bytes = Sizes.bytes(elements, type.bits());
    total = Sizes.sum(total, bytes);
    if (tensor.getDataLocation() == DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
      checkExternal(tensor, type, name, bytes);
    } else if (tensor.hasRawData()) {
      checkRaw(tensor, type, name, bytes);
    } else if (stored(tensor, type.storage()) != type.stored(elements)
        || lists(tensor) != stored(tensor, type.storage())) {
      mismatch(
          "The tensor %s of type %s needs %d elements for its shape and holds %d."
              .formatted(name, type, type.stored(elements), lists(tensor)));
    }
  }

  /// ONNX Runtime turns sparse tensors into dense ones: the dense size counts.
  void checkSparse(SparseTensorProto sparse) {
    check(sparse.getValues());
    check(sparse.getIndices());
    long elements = Sizes.product(sparse.getDimsList());
    if (elements < 0 || !TensorType.isKnown(sparse.getValues().getDataType())) {
      mismatch("A sparse tensor has a negative dimension or an unknown type.");
      return;
    }
    long bytes = Sizes.bytes(elements, TensorType.of(sparse.getValues().getDataType()).bits());
    if (bytes > limits.maximumTensorBytes()) {
      findings.add(
          Finding.blocking(
              "output-too-large",
              "The sparse tensor \"%s\" takes %s once unpacked; the limit is %d bytes."
                  .formatted(
                      Printable.of(sparse.getValues().getName()),
                      OperatorBudgets.size(bytes),
                      limits.maximumTensorBytes()),
              "Keep it sparse in the model's own logic, or make it smaller."));
    }
    total = Sizes.sum(total, bytes);
  }

  void checkTotal() {
    if (total > limits.maximumInitializerBytes()) {
      findings.add(
          Finding.blocking(
              "initializers-too-large",
              "The tensors of the model take %s; the limit is %d bytes."
                  .formatted(OperatorBudgets.size(total), limits.maximumInitializerBytes()),
              "Make the model smaller, or ask the administrator to raise the limit."));
    }
  }

  private void checkExternal(TensorProto tensor, TensorType type, String name, long bytes) {
    if (type == TensorType.STRING) {
      mismatch("The tensor %s holds strings, which cannot be external data.".formatted(name));
      return;
    }
    if (tensor.hasRawData() || lists(tensor) > 0) {
      mismatch("The tensor %s has its data both here and outside.".formatted(name));
      return;
    }
    external.check(tensor, name, bytes);
  }

  private void checkRaw(TensorProto tensor, TensorType type, String name, long bytes) {
    if (type == TensorType.STRING || lists(tensor) > 0) {
      mismatch("The tensor %s has raw bytes where it may not.".formatted(name));
    } else if (tensor.getRawData().size() != bytes) {
      mismatch(
          "The tensor %s of type %s needs %d bytes for its shape and holds %d."
              .formatted(name, type, bytes, tensor.getRawData().size()));
    }
  }

  private static long stored(TensorProto tensor, TensorType.Storage storage) {
    return switch (storage) {
      case FLOATS -> tensor.getFloatDataCount();
      case INTS -> tensor.getInt32DataCount();
      case LONGS -> tensor.getInt64DataCount();
      case STRINGS -> tensor.getStringDataCount();
      case DOUBLES -> tensor.getDoubleDataCount();
      case UNSIGNED -> tensor.getUint64DataCount();
    };
  }

  private static long lists(TensorProto tensor) {
    long all = 0;
    for (TensorType.Storage storage : TensorType.Storage.values()) {
      all += stored(tensor, storage);
    }
    return all;
  }

  private void mismatch(String message) {
    findings.add(Finding.blocking("tensor-size-mismatch", message, EXPORT_AGAIN));
  }
}
