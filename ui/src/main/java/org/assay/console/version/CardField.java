package org.assay.console.version;

import java.util.List;
import java.util.function.Function;
import org.assay.api.models.Card;
import org.jspecify.annotations.Nullable;

/// One field of a model card.
///
/// @param id its name, also the end of its text key and of its id in the page
record CardField(String id, Function<Card, @Nullable String> value) {
  static final List<CardField> ALL =
      List.of(
          new CardField("description", Card::description),
          new CardField("intendedUse", Card::intendedUse),
          new CardField("outOfScopeUse", Card::outOfScopeUse),
          new CardField("limitations", Card::limitations),
          new CardField("trainingData", Card::trainingData),
          new CardField("evaluation", Card::evaluation),
          new CardField("contact", Card::contact));

  static boolean isEmpty(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
