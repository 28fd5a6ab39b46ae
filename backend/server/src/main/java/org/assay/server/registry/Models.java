package org.assay.server.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.Page;
import org.assay.api.models.ModelChange;
import org.assay.api.models.ModelView;
import org.assay.api.models.NewModel;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;
import org.jspecify.annotations.Nullable;

/// Models: register, find, describe.
@ApplicationScoped
public class Models {
  private static final List<Stage> FIXED =
      List.of(Stage.SUBMITTED, Stage.IN_REVIEW, Stage.APPROVED, Stage.RELEASED, Stage.SUSPENDED);

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
          "There is a model " + request.name() + " already.", "Choose another name.");
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
    return views(List.of(model)).getFirst();
  }

  @Transactional
  ModelView change(String name, ModelChange change, Caller by) {
    ModelEntity model = find(name, LockModeType.PESSIMISTIC_WRITE);
    Ownership.require(model, by);
    if (hasVersionIn(model, FIXED)) {
      throw new Refusal.Conflict(
          "A version of " + name + " is under review or live: purpose and tier are fixed.",
          "Wait for the decision, withdraw the version, or revoke the release first.");
    }
    model.purpose = change.purpose();
    model.riskTier = change.riskTier();
    record(by, "model.changed", model);
    return views(List.of(model)).getFirst();
  }

  @Transactional
  ModelView get(String name) {
    return views(List.of(find(name, LockModeType.NONE))).getFirst();
  }

  @Transactional
  Page<ModelView> page(ModelFilter filter, int page, int size) {
    TypedQuery<ModelEntity> models =
        database.createQuery(
            "from ModelEntity m where " + filter.where() + " order by m.name", ModelEntity.class);
    TypedQuery<Long> total =
        database.createQuery(
            "select count(*) from ModelEntity m where " + filter.where(), Long.class);
    filter
        .parameters()
        .forEach(
            (name, value) -> {
              models.setParameter(name, value);
              total.setParameter(name, value);
            });
    models.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    return new Page<>(views(models.getResultList()), total.getSingleResult(), page, size);
  }

  private void record(Caller by, String action, ModelEntity model) {
    database.flush();
    Map<String, String> body =
        Map.of("purpose", model.purpose, "riskTier", model.riskTier.name(), "owner", model.owner);
    log.append(by, AuditEvent.of(action, "model", model.id, body).on(model.name, null));
  }

  /// One query more for the whole page, whatever its size.
  private List<ModelView> views(List<ModelEntity> models) {
    List<Standing> standings =
        database
            .createQuery(
                "select v.model.id, v.number, v.stage from VersionEntity v where v.model in :models",
                Standing.class)
            .setParameter("models", models)
            .getResultList();
    Map<UUID, List<Standing>> byModel =
        standings.stream()
            .collect(Collectors.groupingBy(Standing::modelId, HashMap::new, Collectors.toList()));
    return models.stream().map(m -> view(m, byModel.getOrDefault(m.id, List.of()))).toList();
  }

  private static ModelView view(ModelEntity model, List<Standing> standings) {
    @Nullable Standing newest =
        standings.stream().max(Comparator.comparingInt(Standing::number)).orElse(null);
    @Nullable Integer live =
        standings.stream()
            .filter(s -> s.stage() == Stage.RELEASED)
            .map(Standing::number)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new ModelView(
        model.id,
        model.name,
        model.purpose,
        model.owner,
        model.riskTier,
        model.createdAt,
        newest == null ? null : newest.number(),
        newest == null ? null : newest.stage(),
        live);
  }

  record Standing(UUID modelId, int number, Stage stage) {}

  /// What is null does not narrow.
  record ModelFilter(
      @Nullable String text,
      @Nullable RiskTier tier,
      @Nullable Stage stage,
      @Nullable String owner) {

    private String where() {
      return "1 = 1"
          + (blank(text)
              ? ""
              : " and (lower(m.name) like :text escape '!' or lower(m.purpose) like :text escape"
                  + " '!')")
          + (tier == null ? "" : " and m.riskTier = :tier")
          + (blank(owner) ? "" : " and m.owner = :owner")
          + (stage == null
              ? ""
              : " and exists (from VersionEntity v where v.model = m and v.stage = :stage)");
    }

    private Map<String, Object> parameters() {
      Map<String, Object> parameters = new HashMap<>();
      if (text != null && !blank(text)) {
        String literal =
            text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1");
        parameters.put("text", "%" + literal + "%");
      }
      if (tier != null) {
        parameters.put("tier", tier);
      }
      if (owner != null && !blank(owner)) {
        parameters.put("owner", owner);
      }
      if (stage != null) {
        parameters.put("stage", stage);
      }
      return parameters;
    }

    private static boolean blank(@Nullable String value) {
      return value == null || value.isBlank();
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
        .orElseThrow(() -> new Refusal.NotFound("There is no model " + name + "."));
  }
}
