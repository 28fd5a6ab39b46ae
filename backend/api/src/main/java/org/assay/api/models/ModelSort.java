package org.assay.api.models;

/// What a list of models is sorted by.
public enum ModelSort {
  NAME,
  OWNER,
  RISK_TIER,
  CREATED_AT,
  LATEST_STAGE
}
