package org.assay.serving.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.assay.serving.releases.Releases;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Tells an orchestrator what `v2/health/ready` tells a client.
@Readiness
@ApplicationScoped
class ReleasesHealth implements HealthCheck {
  private final Releases releases;

  ReleasesHealth(Releases releases) {
    this.releases = releases;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder health =
        HealthCheckResponse.named("releases")
            .status(releases.missing().isEmpty())
            .withData("answering", releases.answering().size());
    releases.missing().ifPresent(sentence -> health.withData("missing", sentence));
    releases.notLoaded().forEach(each -> health.withData(each.model(), each.reason()));
    return health.build();
  }
}
