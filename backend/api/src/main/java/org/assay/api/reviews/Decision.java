package org.assay.api.reviews;

/// What a reviewer can say.
public enum Decision {
  APPROVE,
  REQUEST_CHANGES,
  REJECT
}
