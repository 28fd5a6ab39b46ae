package org.assay.server.registry;

import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// A model is changed by its owner alone; no role makes up for it.
final class Ownership {
  private Ownership() {}

  static void require(ModelEntity model, Caller by) {
    if (!model.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          Sentence.of("registry.not-yours", model.name, model.owner, by.subject()));
    }
  }
}
