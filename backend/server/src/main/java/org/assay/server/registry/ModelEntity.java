package org.assay.server.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.models.RiskTier;

@Entity
@Table(name = "model")
class ModelEntity {
  @Id UUID id;
  String name;
  String purpose;
  String owner;

  @Enumerated(EnumType.STRING)
  @Column(name = "risk_tier")
  RiskTier riskTier;

  @Column(name = "created_at")
  Instant createdAt;

  @jakarta.persistence.Version int revision;
}
