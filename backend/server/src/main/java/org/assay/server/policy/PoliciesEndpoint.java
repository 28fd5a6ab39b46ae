package org.assay.server.policy;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.assay.api.policies.PoliciesApi;
import org.assay.api.policies.PolicyPackView;
import org.assay.server.identity.Role;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class PoliciesEndpoint implements PoliciesApi {
  private final Packs packs;

  PoliciesEndpoint(Packs packs) {
    this.packs = packs;
  }

  @Override
  public List<PolicyPackView> list() {
    return packs.views();
  }
}
