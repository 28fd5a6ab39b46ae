package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.NewDataset;
import org.assay.api.datasets.Sensitivity;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.audit.Events;
import org.assay.server.files.StoredFile;
import org.assay.server.identity.Caller;
import org.assay.server.identity.Role;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.assay.worker.protocol.Table;
import org.jspecify.annotations.Nullable;

/// Datasets: begin, fill, classify, use.
@ApplicationScoped
public class Datasets {
  private final EntityManager database;
  private final AuditLog log;
  private final Events events;
  private final Uses uses;
  private final TableReader tables;

  Datasets(EntityManager database, AuditLog log, Events events, Uses uses, TableReader tables) {
    this.database = database;
    this.log = log;
    this.events = events;
    this.uses = uses;
    this.tables = tables;
  }

  /// A dataset by its id.
  ///
  /// @throws Refusal.NotFound when there is none
  @Transactional
  public Dataset get(UUID id) {
    return find(id, LockModeType.NONE).dataset();
  }

  /// Requires that the caller may use the dataset for the purpose: its owner, or whoever has a live
  /// grant. Asked before the use; the use itself shows no rows to anybody.
  ///
  /// @throws Refusal.Forbidden `NO_GRANT`, with the reason
  /// @throws Refusal.Conflict while the columns are not confirmed
  @Transactional
  public void requireUse(UUID id, String purpose, Caller by) {
    DatasetEntity dataset = find(id, LockModeType.NONE);
    Stored.requireConfirmed(dataset);
    if (!dataset.owner.equals(by.subject())) {
      uses.liveGrant(dataset, purpose, by.subject());
    }
  }

  /// Whole columns, unmasked, for the server's own computation; never to be shown. Reads the file:
  /// not to be called within a transaction. Numbers are doubles, NaN where missing; texts are
  /// dictionary-coded; booleans are the texts `true` and `false`, dates texts in ISO 8601.
  ///
  /// @param columns names, each once counted
  /// @throws Refusal.Invalid for unknown columns, naming those that there are
  /// @throws Refusal.TooLarge for more rows than may be taken into memory
  public Table table(UUID id, Collection<String> columns) {
    return tables.read(tables.select(id, columns));
  }

  @Transactional
  DatasetView create(NewDataset request, Caller by) {
    if (exists(request.name())) {
      throw new Refusal.Conflict(
          Sentence.of("dataset.taken", request.name()), Sentence.of("dataset.taken.remedy"));
    }
    DatasetEntity dataset = new DatasetEntity();
    dataset.id = UUID.randomUUID();
    dataset.name = request.name();
    dataset.description = request.description();
    dataset.owner = by.subject();
    dataset.createdAt = Instant.now();
    database.persist(dataset);
    record(by, "dataset.created", dataset, Map.of("description", dataset.description));
    return dataset.view();
  }

  @Transactional
  DatasetView view(UUID id) {
    return find(id, LockModeType.NONE).view();
  }

  @Transactional
  Page<DatasetView> page(@Nullable String text, int page, int size) {
    String where =
        " where lower(d.name) like :text escape '!' or lower(d.description) like :text escape '!'";
    TypedQuery<DatasetEntity> datasets =
        database.createQuery(
            "from DatasetEntity d" + where + " order by d.name", DatasetEntity.class);
    TypedQuery<Long> total =
        database.createQuery("select count(*) from DatasetEntity d" + where, Long.class);
    String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    String pattern = "%" + wanted.replaceAll("([!%_])", "!$1") + "%";
    datasets.setParameter("text", pattern);
    total.setParameter("text", pattern);
    datasets.setFirstResult(Math.multiplyExact(page, size)).setMaxResults(size);
    List<DatasetView> views = datasets.getResultStream().map(DatasetEntity::view).toList();
    return new Page<>(views, total.getSingleResult(), page, size);
  }

  /// Who read the dataset, the newest first: told to its owner and to those who check.
  @Transactional
  Page<EventView> reads(UUID id, int page, int size, Caller by) {
    DatasetEntity dataset = find(id, LockModeType.NONE);
    boolean may = dataset.owner.equals(by.subject()) || by.is(Role.AUDITOR) || by.is(Role.ADMIN);
    if (!may) {
      throw new Refusal.Forbidden(
          ProblemType.FORBIDDEN,
          Sentence.of("dataset.reads-not-told", dataset.name, dataset.owner),
          Sentence.of("dataset.reads-not-told.remedy"));
    }
    return events.onSubject(Uses.READ, id.toString(), page, size, by);
  }

  /// Refuses early, before any byte is taken.
  @Transactional
  void requireOpenForContent(UUID id, Caller by) {
    requireUnconfirmed(own(id, by));
  }

  @Transactional
  DatasetView fill(UUID id, StoredFile stored, Content content, Caller by) {
    DatasetEntity dataset = own(id, by);
    requireUnconfirmed(dataset);
    dataset.columns.clear();
    database.flush();
    dataset.columns.addAll(content.columns());
    dataset.format = content.format().id();
    dataset.sha256 = stored.sha256();
    dataset.size = stored.size();
    dataset.rows = content.rows();
    Map<String, Object> body =
        Map.of(
            "sha256", stored.sha256(),
            "size", stored.size(),
            "format", content.format().id(),
            "rows", content.rows(),
            "columns", content.columns().stream().map(ColumnEntity::name).toList());
    record(by, "dataset.uploaded", dataset, body);
    return dataset.view();
  }

  /// After the first confirmation only the classes may change, not the content; grants given
  /// before keep the masks that were asked for.
  @Transactional
  DatasetView classify(UUID id, Map<String, Sensitivity> classes, Caller by) {
    DatasetEntity dataset = own(id, by);
    Stored.sha256(dataset);
    Stored.requireKnown(dataset, classes.keySet());
    requireComplete(dataset, classes);
    List<ColumnEntity> confirmed = new ArrayList<>();
    Map<String, String> said = new LinkedHashMap<>();
    for (ColumnEntity column : dataset.columns) {
      Sensitivity sensitivity = classes.getOrDefault(column.name(), column.proposed());
      confirmed.add(column.confirm(sensitivity));
      said.put(column.name(), sensitivity.name());
    }
    for (int i = 0; i < confirmed.size(); i++) {
      dataset.columns.set(i, confirmed.get(i));
    }
    dataset.confirmedAt = Instant.now();
    record(by, "dataset.classified", dataset, Map.of("columns", said));
    return dataset.view();
  }

  private static void requireComplete(DatasetEntity dataset, Map<String, Sensitivity> classes) {
    List<String> missing =
        dataset.columns.stream()
            .map(ColumnEntity::name)
            .filter(name -> classes.get(name) == null)
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal.Invalid(
          Sentence.of("dataset.unclassified", missing),
          Sentence.of("dataset.unclassified.remedy", List.of(Sensitivity.values()).toString()));
    }
  }

  private void record(Caller by, String action, DatasetEntity dataset, Map<String, ?> more) {
    database.flush();
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("name", dataset.name);
    log.append(by, AuditEvent.of(action, "dataset", dataset.id, body));
  }

  private DatasetEntity own(UUID id, Caller by) {
    DatasetEntity dataset = find(id, LockModeType.PESSIMISTIC_WRITE);
    if (!dataset.owner.equals(by.subject())) {
      throw new Refusal.Forbidden(
          Sentence.of("dataset.not-yours", dataset.name, dataset.owner, by.subject()));
    }
    return dataset;
  }

  private static void requireUnconfirmed(DatasetEntity dataset) {
    if (dataset.confirmed()) {
      throw new Refusal.Conflict(
          Sentence.of("dataset.fixed", dataset.name), Sentence.of("dataset.fixed.remedy"));
    }
  }

  private boolean exists(String name) {
    return database
            .createQuery("select count(*) from DatasetEntity where name = :name", Long.class)
            .setParameter("name", name)
            .getSingleResult()
        > 0;
  }

  private DatasetEntity find(UUID id, LockModeType lock) {
    return Stored.dataset(database, id, lock);
  }
}
