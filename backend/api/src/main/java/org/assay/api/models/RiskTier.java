package org.assay.api.models;

/// How much harm a wrong decision of the model can do; decides how many people must approve.
public enum RiskTier {
  MINIMAL,
  LIMITED,
  HIGH
}
