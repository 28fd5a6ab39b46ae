package org.assay.onnx;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Recognises, by their first bytes, files that people upload in place of an ONNX model.
final class FileSignature {
  /// How many first bytes are looked at.
  static final int LENGTH = 4_096;

  private static final String EXPORT =
      "Export the model to ONNX (torch.onnx.export, skl2onnx, tf2onnx) and upload the .onnx file.";
  private static final String LFS = "version https://git-lfs";
  private static final int PICKLE = 0x80;
  private static final int GREATEST_PICKLE_PROTOCOL = 5;
  private static final int HEADER_LENGTH = 8;

  private FileSignature() {}

  /// @param head the first bytes, all of them for a smaller file
  static Optional<Finding> of(String name, byte[] head) {
    String shown = "\"" + Printable.of(name) + "\"";
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String lower = text.stripLeading().toLowerCase(Locale.ROOT);
    if (head.length == 0) {
      return found("empty-file", shown + " is empty.", "Upload the file again.");
    }
    if (isZero(head)) {
      return found(
          "all-zeros", shown + " begins with nothing but zeros.", "Export or copy it again.");
    }
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return found(
          "zip-archive",
          shown + " is a ZIP archive (a PyTorch .pt file is one, too), not an ONNX model.",
          "Upload the files in it one by one. " + EXPORT);
    }
    if (isPickle(head)) {
      return found(
          "pickle",
          shown
              + " is a Python pickle, which runs code when it is opened; it is never opened here.",
          EXPORT);
    }
    if (lower.startsWith("<!doctype") || lower.startsWith("<html") || lower.startsWith("<?xml")) {
      return found(
          "html-page",
          shown + " is a web page, which is what a download without a login saves.",
          "Download the model again, signed in, and upload that.");
    }
    if (isSafetensors(head)) {
      return found(
          "safetensors",
          shown + " holds weights in the safetensors format, without a graph to run.",
          EXPORT);
    }
    return other(text, shown);
  }

  private static Optional<Finding> other(String text, String shown) {
    String format =
        switch (text) {
          case String t when t.startsWith(LFS) -> "a Git LFS pointer, not the file it points to";
          case String t when t.startsWith("GGUF") -> "a GGUF file";
          case String t when t.startsWith("\u0089HDF") -> "an HDF5 (Keras) file";
          case String t when t.startsWith("\u001f\u008b") -> "a gzip archive";
          case String t when t.startsWith("7z\u00bc\u00af") -> "a 7-Zip archive";
          case String t when t.startsWith("%PDF") -> "a PDF document";
          case String t when t.startsWith("\u007fELF") -> "a Linux program";
          case String t when t.startsWith("MZ") -> "a Windows program";
          case String t when t.startsWith("TFL3", 4) -> "a TensorFlow Lite model";
          case String t when t.startsWith("ORTM", 4) -> "a model in ONNX Runtime's own ORT format";
          case String t when t.startsWith("{") -> "a JSON text";
          default -> "";
        };
    return format.isEmpty()
        ? Optional.empty()
        : found("other-format", shown + " is " + format + ".", EXPORT);
  }

  private static Optional<Finding> found(String id, String message, String remedy) {
    return Optional.of(Finding.blocking(id, message, remedy));
  }

  private static boolean isZero(byte[] head) {
    for (byte value : head) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPickle(byte[] head) {
    return head.length > 1
        && (head[0] & 0xff) == PICKLE
        && head[1] >= 2
        && head[1] <= GREATEST_PICKLE_PROTOCOL;
  }

  /// Eight bytes of length, little-endian and far below 2^32, then a JSON object.
  private static boolean isSafetensors(byte[] head) {
    return head.length > HEADER_LENGTH
        && head[HEADER_LENGTH] == '{'
        && head[4] == 0
        && head[5] == 0
        && head[6] == 0
        && head[7] == 0;
  }
}
