package org.assay.worker;

/// The task cannot be done as it was given.
final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String remedy;

  RefusalException(String id, String message, String remedy) {
    super(message);
    this.id = id;
    this.remedy = remedy;
  }

  String id() {
    return id;
  }

  String remedy() {
    return remedy;
  }
}
