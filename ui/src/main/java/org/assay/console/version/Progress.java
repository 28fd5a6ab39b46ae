package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Locale;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.AssessmentView.Step;
import org.assay.api.assessments.StepState;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Texts;

/// How far the steps of an assessment are, and the job that works on them.
class Progress extends Div {
  private static final long serialVersionUID = 1L;

  Progress(VersionContext context, AssessmentView assessment) {
    setId("progress");
    if (assessment.steps().isEmpty()) {
      add(Notice.empty(Texts.text("assessment.notStarted")));
    }
    for (var step : assessment.steps()) {
      add(step(step));
    }
    var job = assessment.job();
    if (job != null) {
      add(job(context, job));
    }
  }

  private static Div step(Step step) {
    var name = new Span(Texts.text("step." + step.name()));
    name.addClassName("step-name");
    var line = new Div(name, Badges.badge(Texts.text(step.state()), tone(step.state())));
    line.addClassName("step");
    line.setId("step-" + step.name());
    line.getElement().setAttribute("data-state", step.state().name());
    if (step.message() != null) {
      line.add(new Span(step.message()));
    }
    return line;
  }

  private static Badges.Tone tone(StepState state) {
    return switch (state) {
      case WAITING -> Badges.Tone.NEUTRAL;
      case RUNNING -> Badges.Tone.BUSY;
      case PASSED -> Badges.Tone.GOOD;
      case BLOCKED -> Badges.Tone.CAUTION;
      case FAILED -> Badges.Tone.BAD;
    };
  }

  private static Div job(VersionContext context, JobView job) {
    var line = new Div();
    line.addClassName("job");
    line.getElement().setAttribute("data-state", job.state().name().toLowerCase(Locale.ROOT));
    var words = job.message() == null ? "" : ": " + job.message();
    line.add(new Span(Texts.text(job.state()) + words));
    if (VersionContext.isMoving(job)) {
      var bar = new ProgressBar(0, 1, Math.clamp(job.progress(), 0, 1));
      bar.setIndeterminate(job.state() == JobState.WAITING);
      line.add(bar);
    }
    if (context.person().is("admin") || context.person().subject().equals(job.requestedBy())) {
      steer(line, context, job);
    }
    return line;
  }

  private static void steer(Div line, VersionContext context, JobView job) {
    if (VersionContext.isMoving(job)) {
      line.add(button("job-cancel", "job.cancel", () -> cancel(context, job)));
    } else if (job.state() == JobState.FAILED || job.state() == JobState.CANCELLED) {
      line.add(button("job-retry", "job.retry", () -> retry(context, job)));
    }
  }

  private static Button button(String id, String key, Runnable act) {
    var button = new Button(Texts.text(key), click -> act.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private static void cancel(VersionContext context, JobView job) {
    context.server().jobs().cancel(job.id());
    Announcements.done(Texts.text("job.cancelled"));
    context.reload().run();
  }

  private static void retry(VersionContext context, JobView job) {
    context.server().jobs().retry(job.id());
    Announcements.done(Texts.text("job.retried"));
    context.reload().run();
  }
}
