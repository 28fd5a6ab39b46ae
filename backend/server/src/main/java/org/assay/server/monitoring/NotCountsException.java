package org.assay.server.monitoring;

/// What answered is not what was asked for; the message says in what way.
final class NotCountsException extends Exception {
  private static final long serialVersionUID = 1L;

  NotCountsException(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
