package org.assay.serving.protocol;

/// The headers that name what answered; in gRPC the same in lower case.
public final class AnsweredBy {
  public static final String DIGEST = "Assay-Model-Digest";
  public static final String RELEASE = "Assay-Release";

  private AnsweredBy() {}
}
