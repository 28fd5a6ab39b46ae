package org.assay.api.reviews;

/// Where a review stands: asked for, open for decisions, or closed by them.
public enum ReviewState {
  REQUESTED,
  OPEN,
  APPROVED,
  CHANGES_REQUESTED,
  REJECTED,
  WITHDRAWN
}
