package org.assay.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.hibernate.query.Query;

/// Reads the record, as far as the reader may know it yet.
@ApplicationScoped
public class Events {
  private static final int WHOLE_STORY = 500;

  private final EntityManager database;
  private final Embargoes embargoes;

  Events(EntityManager database, Embargoes embargoes) {
    this.database = database;
    this.embargoes = embargoes;
  }

  /// What happened to one version, the newest first, 500 at most.
  @Transactional
  public List<EventView> ofVersion(String model, int version, Caller reader) {
    EventFilter filter = new EventFilter(null, null, model, version, null, null, null);
    return page(filter, 0, WHOLE_STORY, reader).items();
  }

  /// The acts of one kind on one thing, the newest first.
  @Transactional
  public Page<EventView> onSubject(
      String action, String subjectId, int page, int size, Caller reader) {
    EventFilter filter = new EventFilter(null, action, null, null, subjectId, null, null);
    return page(filter, page, size, reader);
  }

  @Transactional
  Page<EventView> page(EventFilter asked, int page, int size, Caller reader) {
    EventFilter filter = embargoes.heldTo(asked, reader);
    Query<EventEntity> query =
        database
            .createQuery(
                "from EventEntity e where " + filter.where() + " order by e.id desc",
                EventEntity.class)
            .unwrap(Query.class);
    Query<Long> count =
        database
            .createQuery("select count(*) from EventEntity e where " + filter.where(), Long.class)
            .unwrap(Query.class);
    filter.parameters().forEach(query::setParameter);
    filter.parameters().forEach(count::setParameter);
    query.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<EventView> items =
        embargoes.shown(query.getResultList(), reader).stream().map(EventEntity::view).toList();
    return new Page<>(items, count.getSingleResult(), page, size);
  }

  @Transactional
  EventView get(long id, Caller reader) {
    EventEntity event = database.find(EventEntity.class, id);
    if (event == null) {
      throw new Refusal.NotFound(Sentence.of("audit.no-event", id));
    }
    if (embargoes.shown(List.of(event), reader).isEmpty()) {
      throw new Refusal.Forbidden(Sentence.of("audit.not-yet", id, reader.subject()));
    }
    return event.view();
  }
}
