package org.assay.server.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.models.ModelChange;
import org.assay.api.models.ModelView;
import org.assay.api.models.NewModel;
import org.assay.api.models.Stage;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Models: register, find, describe.
@ApplicationScoped
public class Models {
  private static final List<Stage> FIXED =
      List.of(Stage.SUBMITTED, Stage.IN_REVIEW, Stage.APPROVED, Stage.RELEASED, Stage.SUSPENDED);

  /// What the newest and the live version are, beside each model: read for the page's models only,
  /// because the database takes such values after it has cut the page.
  private static final String ROWS =
      """
      select m,
        (select max(l.number) from VersionEntity l where l.model = m),
        %s,
        (select max(r.number) from VersionEntity r where r.model = m and r.stage = :released)
      from ModelEntity m where\s"""
          .formatted(ModelOrder.LATEST_STAGE);

  private final EntityManager database;
  private final AuditLog log;

  Models(EntityManager database, AuditLog log) {
    this.database = database;
    this.log = log;
  }

  @Transactional
  ModelView register(NewModel request, Caller by) {
    if (exists(request.name())) {
      throw new Refusal.Conflict(
          Sentence.of("registry.model-taken", request.name()),
          Sentence.of("registry.model-taken.remedy"));
    }
    ModelEntity model = new ModelEntity();
    model.id = UUID.randomUUID();
    model.name = request.name();
    model.purpose = request.purpose();
    model.owner = by.subject();
    model.riskTier = request.riskTier();
    model.createdAt = Instant.now();
    database.persist(model);
    record(by, "model.registered", model);
    return view(model);
  }

  @Transactional
  ModelView change(String name, ModelChange change, Caller by) {
    ModelEntity model = find(name, LockModeType.PESSIMISTIC_WRITE);
    Ownership.require(model, by);
    if (hasVersionIn(model, FIXED)) {
      throw new Refusal.Conflict(
          Sentence.of("registry.model-fixed", name), Sentence.of("registry.model-fixed.remedy"));
    }
    model.purpose = change.purpose();
    model.riskTier = change.riskTier();
    record(by, "model.changed", model);
    return view(model);
  }

  @Transactional
  ModelView get(String name) {
    return view(find(name, LockModeType.NONE));
  }

  /// One query for the page, whatever its size, and one for the total.
  @Transactional
  Page<ModelView> page(ModelFilter filter, ModelOrder order, int page, int size) {
    TypedQuery<Row> rows =
        database
            .createQuery(ROWS + filter.where() + " order by " + order.clause(), Row.class)
            .setParameter("released", Stage.RELEASED);
    TypedQuery<Long> total =
        database.createQuery(
            "select count(*) from ModelEntity m where " + filter.where(), Long.class);
    filter
        .parameters()
        .forEach(
            (name, value) -> {
              rows.setParameter(name, value);
              total.setParameter(name, value);
            });
    rows.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<ModelView> items = rows.getResultList().stream().map(Row::view).toList();
    return new Page<>(items, total.getSingleResult(), page, size);
  }

  private void record(Caller by, String action, ModelEntity model) {
    database.flush();
    Map<String, String> body =
        Map.of("purpose", model.purpose, "riskTier", model.riskTier.name(), "owner", model.owner);
    log.append(by, AuditEvent.of(action, "model", model.id, body).on(model.name, null));
  }

  private ModelView view(ModelEntity model) {
    return database
        .createQuery(ROWS + "m = :model", Row.class)
        .setParameter("released", Stage.RELEASED)
        .setParameter("model", model)
        .getSingleResult()
        .view();
  }

  /// A model and what its versions say about it.
  record Row(
      ModelEntity model,
      @Nullable Integer latestVersion,
      @Nullable Stage latestStage,
      @Nullable Integer liveVersion) {

    ModelView view() {
      return new ModelView(
          model.id,
          model.name,
          model.purpose,
          model.owner,
          model.riskTier,
          model.createdAt,
          latestVersion,
          latestStage,
          liveVersion);
    }
  }

  private boolean exists(String name) {
    return database
            .createQuery("select count(*) from ModelEntity where name = :name", Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  private boolean hasVersionIn(ModelEntity model, List<Stage> stages) {
    return database
            .createQuery(
                "select count(*) from VersionEntity where model = :model and stage in :stages",
                Long.class)
            .setParameter("model", model)
            .setParameter("stages", stages)
            .getSingleResult()
        > 0;
  }

  private ModelEntity find(String name, LockModeType lock) {
    return database
        .createQuery("from ModelEntity where name = :name", ModelEntity.class)
        .setParameter("name", name)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound(Sentence.of("registry.no-model", name)));
  }
}
