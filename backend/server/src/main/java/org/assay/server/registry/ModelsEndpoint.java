package org.assay.server.registry;

import jakarta.annotation.security.RolesAllowed;
import org.assay.api.Page;
import org.assay.api.models.ModelChange;
import org.assay.api.models.ModelSort;
import org.assay.api.models.ModelView;
import org.assay.api.models.ModelsApi;
import org.assay.api.models.NewModel;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class ModelsEndpoint implements ModelsApi {
  private final Models models;
  private final CurrentCaller caller;

  ModelsEndpoint(Models models, CurrentCaller caller) {
    this.models = models;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public ModelView register(NewModel model) {
    return models.register(model, caller.get());
  }

  @Override
  public Page<ModelView> list(
      @Nullable String text,
      @Nullable RiskTier tier,
      @Nullable Stage stage,
      @Nullable String owner,
      ModelSort sort,
      boolean descending,
      int page,
      int size) {
    return models.page(
        new ModelFilter(text, tier, stage, owner), new ModelOrder(sort, descending), page, size);
  }

  @Override
  public ModelView get(String name) {
    return models.get(name);
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public ModelView change(String name, ModelChange change) {
    return models.change(name, change, caller.get());
  }
}
