package org.assay.api.models;

/// Where a version stands on the line from draft to retirement.
public enum Stage {
  DRAFT,
  SUBMITTED,
  IN_REVIEW,
  CHANGES_REQUESTED,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  RELEASED,
  SUSPENDED,
  EXPIRED,
  STALE,
  REVOKED,
  RETIRED
}
