package org.assay.onnx.runtime;

/// A mapping of columns does not fit the model or the data.
public final class MappingException extends ModelException {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String remedy;

  /// @param id stable, in kebab case
  /// @param message names the thing, and what is there instead
  public MappingException(String id, String message, String remedy) {
    super(message);
    this.id = id;
    this.remedy = remedy;
  }

  public String id() {
    return id;
  }

  public String remedy() {
    return remedy;
  }
}
