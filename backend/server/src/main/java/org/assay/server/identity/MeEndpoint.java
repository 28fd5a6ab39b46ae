package org.assay.server.identity;

import io.quarkus.security.Authenticated;
import org.assay.api.Me;
import org.assay.api.MeApi;

@Authenticated
class MeEndpoint implements MeApi {
  private final CurrentCaller caller;

  MeEndpoint(CurrentCaller caller) {
    this.caller = caller;
  }

  @Override
  public Me me() {
    Caller me = caller.get();
    return new Me(me.subject(), me.name(), me.roles());
  }
}
