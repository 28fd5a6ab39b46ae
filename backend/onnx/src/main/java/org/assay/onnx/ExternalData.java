package org.assay.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tensors whose bytes lie in other files of the upload.
final class ExternalData {
  private static final String SAVE_AGAIN =
      "Save the model again with onnx.save_model(…, save_as_external_data=True, location=\"weights.bin\") and upload both files.";

  private final Findings findings;
  private final ModelFile main;
  private final Map<String, ModelFile> files = new HashMap<>();
  private final Map<String, List<Extent>> extents = new HashMap<>();

  private record Extent(long start, long end, String tensor) {}

  ExternalData(List<ModelFile> files, ModelFile main, Findings findings) {
    this.findings = findings;
    this.main = main;
    files.forEach(file -> this.files.put(file.name(), file));
  }

  /// @param name the tensor's, quoted
  /// @param bytes what its type and shape need
  void check(TensorProto tensor, String name, long bytes) {
    Map<String, String> entries = new HashMap<>();
    for (StringStringEntryProto entry : tensor.getExternalDataList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    String location = entries.getOrDefault("location", "");
    if (!UploadChecks.isAllowed(location)) {
      refuse(
          "external-data-name",
          "The tensor %s has its data in \"%s\"; a plain file name without a path is allowed."
              .formatted(name, Printable.of(location)));
      return;
    }
    ModelFile file = files.get(location);
    if (file == null || location.equals(main.name())) {
      refuse(
          "external-data-missing",
          "The tensor %s has its data in \"%s\", which is not in the upload beside the model."
              .formatted(name, location));
      return;
    }
    long offset = number(entries.getOrDefault("offset", "0"));
    long length = number(entries.getOrDefault("length", Long.toString(file.size() - offset)));
    if (offset < 0 || length < 0 || offset > file.size() || length > file.size() - offset) {
      refuse(
          "external-data-range",
          "The tensor %s has its data in \"%s\" at offset %s and length %s, outside its %d bytes."
              .formatted(
                  name,
                  location,
                  Printable.of(entries.getOrDefault("offset", "0")),
                  Printable.of(entries.getOrDefault("length", "to the end")),
                  file.size()));
      return;
    }
    if (length != bytes) {
      refuse(
          "tensor-size-mismatch",
          "The tensor %s needs %d bytes for its shape and \"%s\" gives it %d."
              .formatted(name, bytes, location, length));
    }
    extents
        .computeIfAbsent(location, _ -> new ArrayList<>())
        .add(new Extent(offset, offset + length, name));
  }

  /// What can be seen only once every tensor is known: overlaps, and files nobody refers to.
  void checkTogether() {
    extents.forEach(this::checkOverlap);
    for (ModelFile file : files.values()) {
      if (!extents.containsKey(file.name()) && !file.name().equals(main.name())) {
        findings.add(
            Finding.warning(
                "unused-file",
                "The file \"%s\" belongs to no tensor of the model.".formatted(file.name()),
                "Leave it out: it would be signed and shipped with the model."));
      }
    }
  }

  private void checkOverlap(String location, List<Extent> tensors) {
    tensors.sort(Comparator.comparingLong(Extent::start).thenComparingLong(Extent::end));
    for (int i = 1; i < tensors.size(); i++) {
      Extent before = tensors.get(i - 1);
      Extent after = tensors.get(i);
      if (after.start() < before.end()) {
        refuse(
            "external-data-overlap",
            "The tensors %s and %s share bytes of \"%s\"."
                .formatted(before.tensor(), after.tensor(), location));
        return;
      }
    }
  }

  /// -1 for what is no number from 0 to 2^63-1.
  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private void refuse(String id, String message) {
    findings.add(Finding.blocking(id, message, SAVE_AGAIN));
  }
}
