package org.assay.api.releases;

/// Where a release stands.
public enum ReleaseState {
  LIVE,
  /// Stopped for now; may be resumed.
  SUSPENDED,
  EXPIRED,
  REVOKED
}
