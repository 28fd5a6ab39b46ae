package org.assay.api.datasets;

/// Where a grant stands; `EXPIRED` when an approved one is past its end.
public enum GrantState {
  REQUESTED,
  APPROVED,
  REFUSED,
  REVOKED,
  EXPIRED
}
