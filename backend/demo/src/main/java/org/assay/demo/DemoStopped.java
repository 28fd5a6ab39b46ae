package org.assay.demo;

/// The demo cannot go on: one sentence says what was refused or is missing, and what to do.
public final class DemoStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DemoStopped(String sentence) {
    super(sentence);
  }

  public DemoStopped(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
