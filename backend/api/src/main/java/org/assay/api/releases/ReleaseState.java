package org.assay.api.releases;

/// Where a release stands.
public enum ReleaseState {
  LIVE,
  EXPIRED,
  REVOKED
}
