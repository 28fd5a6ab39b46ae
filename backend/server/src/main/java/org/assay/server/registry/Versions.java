package org.assay.server.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.attestation.Digest;
import org.assay.attestation.FileSetDigest;
import org.assay.server.audit.AuditEvent;
import org.assay.server.audit.AuditLog;
import org.assay.server.files.FilesConfig;
import org.assay.server.files.StoredFile;
import org.assay.server.identity.Caller;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Versions of models: begin, fill, seal, move along the line.
@ApplicationScoped
public class Versions {
  private static final List<Stage> CARD_OPEN = List.of(Stage.DRAFT, Stage.CHANGES_REQUESTED);
  private static final List<Stage> UNDECIDED =
      List.of(Stage.DRAFT, Stage.SUBMITTED, Stage.IN_REVIEW, Stage.CHANGES_REQUESTED);

  private final EntityManager database;
  private final AuditLog log;
  private final FilesConfig limits;
  private final Event<VersionUploaded> uploaded;
  private final Event<VersionWithdrawn> withdrawn;

  Versions(
      EntityManager database,
      AuditLog log,
      FilesConfig limits,
      Event<VersionUploaded> uploaded,
      Event<VersionWithdrawn> withdrawn) {
    this.database = database;
    this.log = log;
    this.limits = limits;
    this.uploaded = uploaded;
    this.withdrawn = withdrawn;
  }

  /// A version by its model's name and its number.
  ///
  /// @throws Refusal.NotFound when there is none
  @Transactional
  public Version get(String model, int number) {
    return find(model, number).version();
  }

  /// A version by its id.
  @Transactional
  public Version get(UUID id) {
    VersionEntity version = database.find(VersionEntity.class, id);
    if (version == null) {
      throw new Refusal.NotFound(Sentence.of("registry.no-version-id", id));
    }
    return version.version();
  }

  /// The version before this one, if there is one.
  @Transactional
  public Optional<Version> before(Version version) {
    return database
        .createQuery(
            "from VersionEntity where model.id = :model and number < :number order by number desc",
            VersionEntity.class)
        .setParameter("model", version.modelId())
        .setParameter("number", version.number())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(VersionEntity::version);
  }

  /// Moves a version along the line, within the caller's transaction. The caller puts the act on
  /// the record.
  ///
  /// @return false when the version is not at `from` any more: nothing was changed, the caller
  // stops
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean move(UUID id, Stage from, Stage to) {
    database.flush();
    int moved =
        database
            .createQuery(
                "update VersionEntity set stage = :to, revision = revision + 1"
                    + " where id = :id and stage = :from")
            .setParameter("to", to)
            .setParameter("id", id)
            .setParameter("from", from)
            .executeUpdate();
    VersionEntity held = database.find(VersionEntity.class, id);
    if (held != null) {
      database.refresh(held);
    }
    return moved == 1;
  }

  @Transactional
  VersionView view(String model, int number) {
    return find(model, number).view();
  }

  @Transactional
  List<VersionView> list(String model) {
    model(model, LockModeType.NONE);
    return database
        .createQuery(
            "from VersionEntity v left join fetch v.files where v.model.name = :model"
                + " order by v.number desc",
            VersionEntity.class)
        .setParameter("model", model)
        .getResultStream()
        .map(VersionEntity::view)
        .toList();
  }

  @Transactional
  VersionView create(String modelName, @Nullable Card card, Caller by) {
    ModelEntity model = model(modelName, LockModeType.PESSIMISTIC_WRITE);
    Ownership.require(model, by);
    Optional<VersionEntity> last = newest(model);
    VersionEntity version = new VersionEntity();
    version.id = UUID.randomUUID();
    version.model = model;
    version.number = last.map(v -> v.number + 1).orElse(1);
    version.stage = Stage.DRAFT;
    version.author = by.subject();
    version.card = card != null ? card : last.map(v -> v.card).orElse(Card.EMPTY);
    version.createdAt = Instant.now();
    database.persist(version);
    record(by, "version.created", version, Map.of());
    return version.view();
  }

  @Transactional
  VersionView changeCard(String model, int number, Card card, Caller by) {
    VersionEntity version = own(model, number, by);
    if (!CARD_OPEN.contains(version.stage)) {
      throw new Refusal.Conflict(
          Sentence.of("registry.card-fixed", title(version), version.stage),
          Sentence.of("registry.card-fixed.remedy"));
    }
    version.card = card;
    record(by, "version.card-changed", version, Map.of());
    return version.view();
  }

  /// Refuses early, before any byte is taken.
  @Transactional
  void requireOpenForFiles(String model, int number, Caller by) {
    requireUnsealed(own(model, number, by));
  }

  @Transactional
  FileView addFile(String model, int number, String name, StoredFile stored, Caller by) {
    VersionEntity version = own(model, number, by);
    requireUnsealed(version);
    ModelFileEntity file = new ModelFileEntity(name, stored.sha256(), stored.size());
    version.files.removeIf(f -> f.name().equals(name));
    if (version.files.size() >= limits.maximumFilesPerVersion()) {
      throw new Refusal.Conflict(
          Sentence.of("registry.too-many-files", title(version), version.files.size()),
          Sentence.of("registry.too-many-files.remedy"));
    }
    version.files.add(file);
    record(
        by,
        "version.file-uploaded",
        version,
        Map.of("file", name, "sha256", stored.sha256(), "size", stored.size()));
    return file.view();
  }

  @Transactional
  void removeFile(String model, int number, String name, Caller by) {
    VersionEntity version = own(model, number, by);
    requireUnsealed(version);
    if (!version.files.removeIf(f -> f.name().equals(name))) {
      throw new Refusal.NotFound(Sentence.of("registry.no-file", title(version), name));
    }
    record(by, "version.file-removed", version, Map.of("file", name));
  }

  @Transactional
  VersionView seal(String model, int number, Caller by) {
    VersionEntity version = own(model, number, by);
    if (version.sealed()) {
      return version.view();
    }
    requireDraft(version);
    Map<String, Digest> digests = new HashMap<>();
    version.files.forEach(f -> digests.put(f.name(), new Digest(Digest.SHA256, f.sha256())));
    if (!digests.containsKey("model.onnx")) {
      throw new Refusal.Conflict(
          Sentence.of("registry.no-model-file", title(version)),
          Sentence.of("registry.no-model-file.remedy"));
    }
    version.digest = FileSetDigest.of(digests).hex();
    version.sealedAt = Instant.now();
    record(by, "version.sealed", version, Map.of("digest", version.digest));
    database.flush();
    uploaded.fire(new VersionUploaded(version.id, by.subject()));
    return version.view();
  }

  @Transactional
  VersionView withdraw(String model, int number, Caller by) {
    VersionEntity version = own(model, number, by);
    if (!UNDECIDED.contains(version.stage)) {
      throw new Refusal.Conflict(
          Sentence.of("registry.not-withdrawn", title(version), version.stage));
    }
    withdrawn.fire(new VersionWithdrawn(version.id, by.subject()));
    version.stage = Stage.WITHDRAWN;
    record(by, "version.withdrawn", version, Map.of());
    return version.view();
  }

  private void record(Caller by, String action, VersionEntity version, Map<String, ?> body) {
    database.flush();
    log.append(
        by,
        AuditEvent.of(action, "version", version.id, body).on(version.model.name, version.number));
  }

  private VersionEntity own(String model, int number, Caller by) {
    VersionEntity version = find(model, number);
    Ownership.require(version.model, by);
    database.lock(version, LockModeType.PESSIMISTIC_WRITE);
    database.refresh(version);
    return version;
  }

  private static void requireUnsealed(VersionEntity version) {
    if (version.sealed()) {
      throw new Refusal.Conflict(
          Sentence.of("registry.files-sealed", title(version)),
          Sentence.of("registry.files-sealed.remedy"));
    }
    requireDraft(version);
  }

  private static void requireDraft(VersionEntity version) {
    if (version.stage != Stage.DRAFT) {
      throw new Refusal.Conflict(Sentence.of("registry.stage", title(version), version.stage));
    }
  }

  private VersionEntity find(String model, int number) {
    return database
        .createQuery(
            "from VersionEntity v join fetch v.model where v.model.name = :model and v.number ="
                + " :number",
            VersionEntity.class)
        .setParameter("model", model)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound(Sentence.of("registry.no-version", number, model)));
  }

  private ModelEntity model(String name, LockModeType lock) {
    return database
        .createQuery("from ModelEntity where name = :name", ModelEntity.class)
        .setParameter("name", name)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new Refusal.NotFound(Sentence.of("registry.no-model", name)));
  }

  private Optional<VersionEntity> newest(ModelEntity model) {
    return database
        .createQuery(
            "from VersionEntity where model = :model order by number desc", VersionEntity.class)
        .setParameter("model", model)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private static Sentence title(VersionEntity version) {
    return Sentence.of("registry.version", version.number, version.model.name);
  }
}
