package org.assay.server.monitoring;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.assay.api.monitoring.MonitoringApi;
import org.assay.api.monitoring.PartView;
import org.assay.api.monitoring.Traffic;
import org.assay.server.identity.Role;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class MonitoringEndpoint implements MonitoringApi {
  private final TrafficCharts traffic;
  private final Parts parts;

  MonitoringEndpoint(TrafficCharts traffic, Parts parts) {
    this.traffic = traffic;
    this.parts = parts;
  }

  @Override
  public List<Traffic> traffic(int minutes) {
    return traffic.all(minutes);
  }

  @Override
  public Traffic trafficOf(UUID id, int minutes) {
    return traffic.of(id, minutes);
  }

  @Override
  @RolesAllowed({Role.ADMIN, Role.AUDITOR})
  public List<PartView> parts() {
    return parts.look();
  }
}
