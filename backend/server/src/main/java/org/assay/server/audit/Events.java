package org.assay.server.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.hibernate.query.Query;

/// Reads the record.
@ApplicationScoped
public class Events {
  private static final int WHOLE_STORY = 500;

  private final EntityManager database;

  Events(EntityManager database) {
    this.database = database;
  }

  /// What happened to one version, the newest first, 500 at most.
  @Transactional
  public List<EventView> ofVersion(String model, int version) {
    EventFilter filter = new EventFilter(null, null, model, version, null, null, null);
    return page(filter, 0, WHOLE_STORY).items();
  }

  /// The acts of one kind on one thing, the newest first.
  @Transactional
  public Page<EventView> onSubject(String action, String subjectId, int page, int size) {
    return page(new EventFilter(null, action, null, null, subjectId, null, null), page, size);
  }

  @Transactional
  Page<EventView> page(EventFilter filter, int page, int size) {
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
    List<EventView> items = query.getResultList().stream().map(EventEntity::view).toList();
    return new Page<>(items, count.getSingleResult(), page, size);
  }

  @Transactional
  EventView get(long id) {
    EventEntity event = database.find(EventEntity.class, id);
    if (event == null) {
      throw new Refusal.NotFound(Sentence.of("audit.no-event", id));
    }
    return event.view();
  }
}
