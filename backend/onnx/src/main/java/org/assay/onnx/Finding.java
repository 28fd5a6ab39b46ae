package org.assay.onnx;

/// One thing seen in an upload.
///
/// @param id stable, in kebab case, such as `external-data-overlap`
/// @param message names the thing and the rule; names from the file are shortened and made
///     printable
/// @param remedy what to do about it
public record Finding(String id, Severity severity, String message, String remedy) {
  /// @throws IllegalArgumentException for an id that is not in kebab case or a blank text
  public Finding {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a finding's id is in kebab case, not " + id);
    }
    if (message.isBlank() || remedy.isBlank()) {
      throw new IllegalArgumentException("finding " + id + " needs a message and a remedy");
    }
  }

  public static Finding blocking(String id, String message, String remedy) {
    return new Finding(id, Severity.BLOCKING, message, remedy);
  }

  public static Finding warning(String id, String message, String remedy) {
    return new Finding(id, Severity.WARNING, message, remedy);
  }

  public static Finding information(String id, String message, String remedy) {
    return new Finding(id, Severity.INFORMATION, message, remedy);
  }
}
