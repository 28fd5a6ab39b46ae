package org.assay.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.AssessmentView.Step;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.StepState;
import org.assay.api.jobs.JobState;
import org.assay.demo.Patience.Look;

/// Brings a version through its assessment: plan given, every step waited for.
final class AssessmentWalk {
  private static final String INTAKE = "intake";
  private static final String GATE = "gate";
  private static final TypeReference<AssessmentView> VIEW = new TypeReference<>() {};
  private static final TypeReference<GateView> GATE_VIEW = new TypeReference<>() {};

  private final Connection api;
  private final Journal journal;
  private final Patience patience;

  AssessmentWalk(Connection api, Journal journal, Patience patience) {
    this.api = api;
    this.journal = journal;
    this.patience = patience;
  }

  /// Waits until intake has passed the version's files.
  void waitForIntake(DemoModel model) {
    String what = "intake of " + VersionWalk.title(model);
    patience.until(what, () -> look(model, INTAKE));
    journal.note(what + " is done");
  }

  /// Gives the plan where there is none, then waits for the gate.
  void assess(DemoModel model, UUID datasetId) {
    if (view(model).map(AssessmentView::plan).isEmpty()) {
      api.post(
          Person.OLIVIA,
          VersionWalk.path(model) + "/assessments",
          DemoFiles.plan(model.name(), datasetId),
          VIEW);
      journal.changed("olivia gives " + VersionWalk.title(model) + " its assessment plan");
    }
    String what = "assessment of " + VersionWalk.title(model);
    patience.until(what, () -> look(model, GATE));
    GateView gate = api.get(Person.OLIVIA, VersionWalk.path(model) + "/gate", GATE_VIEW);
    journal.note(what + " is done: the gate is " + gate.verdict() + failing(gate));
  }

  private static String failing(GateView gate) {
    var failed =
        gate.controls().stream()
            .filter(control -> control.status().equals("fail"))
            .map(control -> control.id() + (control.value() == null ? "" : " = " + control.value()))
            .toList();
    return failed.isEmpty() ? "" : ", failing " + String.join(", ", failed);
  }

  private Optional<AssessmentView> view(DemoModel model) {
    return api.find(Person.OLIVIA, VersionWalk.path(model) + "/assessments", VIEW);
  }

  /// Done when the step is decided; a gate may be decided against the version, another step not.
  private Look<AssessmentView> look(DemoModel model, String last) {
    Optional<AssessmentView> found = view(model);
    if (found.isEmpty()) {
      return new Look.NotYet<>("not begun");
    }
    AssessmentView view = found.get();
    for (Step step : view.steps()) {
      stopWhereItCannotGoOn(model, view, step);
      if (!decided(step)) {
        return new Look.NotYet<>(seen(step));
      }
      if (step.name().equals(last)) {
        return new Look.Done<>(view);
      }
    }
    return new Look.NotYet<>("no step " + last + " yet");
  }

  private static boolean decided(Step step) {
    return step.state() == StepState.PASSED || step.state() == StepState.BLOCKED;
  }

  private static void stopWhereItCannotGoOn(DemoModel model, AssessmentView view, Step step) {
    boolean worked =
        view.job() != null
            && (view.job().state() == JobState.WAITING || view.job().state() == JobState.RUNNING);
    boolean blocked = step.state() == StepState.BLOCKED && !step.name().equals(GATE);
    if (blocked || (step.state() == StepState.FAILED && !worked)) {
      throw new DemoStopped(
          "The assessment of "
              + VersionWalk.title(model)
              + (blocked ? " is blocked at " : " failed at ")
              + step.name()
              + (step.message() == null ? "." : ": " + step.message()));
    }
  }

  private static String seen(Step step) {
    return step.name()
        + " "
        + switch (step.state()) {
          case WAITING -> "waits";
          case RUNNING -> "runs";
          case FAILED -> "failed and is tried again";
          case PASSED, BLOCKED -> "is decided";
        };
  }
}
