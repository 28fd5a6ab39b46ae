package org.assay.policy;

import org.jspecify.annotations.Nullable;

/// A pack that cannot be used. The message reads
/// `packs/x.yaml:12:9: control impact-ratio: unknown key 'chek' …`.
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final @Nullable String control;
  private final Position position;

  PackException(String source, @Nullable String control, Position position, String problem) {
    super(
        source
            + ":"
            + position
            + ": "
            + (control == null ? "" : "control " + control + ": ")
            + problem);
    this.source = source;
    this.control = control;
    this.position = position;
  }

  /// The pack's name as given to the reader, usually its file.
  public String source() {
    return source;
  }

  /// The control the problem is in; null when it is in the pack's head, or the control has no id
  /// yet.
  public @Nullable String control() {
    return control;
  }

  /// Where in the pack the problem is.
  public Position position() {
    return position;
  }
}
