package org.assay.server.audit;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Predicate;
import org.assay.server.identity.Caller;

/// Holds every way of reading the record to what its reader may know yet.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Embargoes {
  private final List<Embargo> embargoes;

  Embargoes(@All List<Embargo> embargoes) {
    this.embargoes = List.copyOf(embargoes);
  }

  /// The same question, without what this reader does not see yet.
  EventFilter heldTo(EventFilter filter, Caller reader) {
    return filter.without(withheld(reader));
  }

  /// What of these events this reader sees. Asked once more after a question that was held to it:
  // an
  /// act may have come onto the record in between.
  List<EventEntity> shown(List<EventEntity> events, Caller reader) {
    return events.stream().filter(known(reader)).toList();
  }

  /// Whether this reader may know of an event that was on the record before this was asked.
  Predicate<EventEntity> known(Caller reader) {
    List<EventFilter.Withheld> withheld = withheld(reader);
    return event -> withheld.stream().noneMatch(w -> w.covers(event.action, event.subjectId));
  }

  private List<EventFilter.Withheld> withheld(Caller reader) {
    return embargoes.stream()
        .map(e -> new EventFilter.Withheld(e.action(), e.subjects(reader)))
        .filter(w -> !w.subjects().isEmpty())
        .toList();
  }
}
