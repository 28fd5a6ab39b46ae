package org.assay.server.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.StepState;
import org.assay.api.models.Stage;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.review.Reviews;
import org.jspecify.annotations.Nullable;

/// Where each step of a version's assessment stands, each change a short transaction.
@ApplicationScoped
class Steps {
  private static final String UPSERT =
      """
      insert into assay.assessment_step (version_id, step, state, message, changed_at)
      values (:version, :step, :state, :message, :now)
      on conflict (version_id, step) do update
        set state = excluded.state, message = excluded.message, changed_at = excluded.changed_at
      """;

  private final EntityManager database;
  private final Versions versions;
  private final Reviews reviews;

  Steps(EntityManager database, Versions versions, Reviews reviews) {
    this.database = database;
    this.versions = versions;
    this.reviews = reviews;
  }

  /// All steps in order; one that nothing happened to waits.
  @Transactional
  List<AssessmentView.Step> of(UUID versionId) {
    Map<String, StepEntity> known =
        database
            .createQuery("from StepEntity where key.versionId = :version", StepEntity.class)
            .setParameter("version", versionId)
            .getResultStream()
            .collect(Collectors.toMap(step -> step.key.step(), Function.identity()));
    return Arrays.stream(StepName.values())
        .map(name -> view(name, known.get(name.word())))
        .toList();
  }

  /// The step runs; what comes after it waits.
  @Transactional
  void running(UUID versionId, StepName name) {
    write(versionId, name, StepState.RUNNING, null);
    Arrays.stream(StepName.values())
        .filter(later -> later.isAfter(name))
        .forEach(later -> write(versionId, later, StepState.WAITING, null));
  }

  /// The step and what comes after it wait.
  @Transactional
  void waiting(UUID versionId, StepName from) {
    Arrays.stream(StepName.values())
        .filter(name -> !from.isAfter(name))
        .forEach(name -> write(versionId, name, StepState.WAITING, null));
  }

  @Transactional
  void passed(UUID versionId, StepName name) {
    write(versionId, name, StepState.PASSED, null);
  }

  /// The line stops at the step. A version that was submitted meanwhile goes back to its owner,
  /// except where the review itself does not open: then the submission has a job of its own.
  @Transactional
  void blocked(UUID versionId, StepName name, String sentence) {
    write(versionId, name, StepState.BLOCKED, sentence);
    if (name != StepName.REVIEW) {
      returnSubmitted(versionId, sentence);
    }
  }

  /// The work ended before its time: the first step that has not passed failed.
  @Transactional
  void failed(UUID versionId, String sentence) {
    StepName name =
        of(versionId).stream()
            .filter(step -> step.state() != StepState.PASSED)
            .findFirst()
            .map(step -> named(step.name()))
            .orElse(StepName.REVIEW);
    write(versionId, name, StepState.FAILED, sentence);
    returnSubmitted(versionId, sentence);
  }

  private void returnSubmitted(UUID versionId, String sentence) {
    Version version = versions.get(versionId);
    if (version.stage() == Stage.SUBMITTED) {
      reviews.returnToOwner(version, sentence);
    }
  }

  private void write(UUID versionId, StepName name, StepState state, @Nullable String message) {
    database
        .createNativeQuery(UPSERT)
        .setParameter("version", versionId)
        .setParameter("step", name.word())
        .setParameter("state", state.name())
        .setParameter("message", message)
        .setParameter("now", Instant.now())
        .executeUpdate();
  }

  private static StepName named(String word) {
    return Arrays.stream(StepName.values())
        .filter(name -> name.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static AssessmentView.Step view(StepName name, @Nullable StepEntity step) {
    return step == null
        ? new AssessmentView.Step(name.word(), StepState.WAITING, null)
        : new AssessmentView.Step(name.word(), step.state, step.message);
  }
}
