package org.assay.console.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assay.api.jobs.JobView;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;

/// What runs now and how far it is. A job keeps its line while it runs.
class RunningJobs extends Div {
  private static final long serialVersionUID = 1L;

  private final Map<UUID, Line> lines = new LinkedHashMap<>();
  private final Notice nothing = Notice.empty(Texts.text("dashboard.jobs.empty"));

  RunningJobs() {
    setId("running-jobs");
    add(nothing);
  }

  void show(List<JobView> jobs) {
    var running = jobs.stream().map(JobView::id).collect(Collectors.toSet());
    lines
        .entrySet()
        .removeIf(
            entry -> {
              var isOver = !running.contains(entry.getKey());
              if (isOver) {
                remove(entry.getValue());
              }
              return isOver;
            });
    for (var job : jobs) {
      lines
          .computeIfAbsent(
              job.id(),
              id -> {
                var line = new Line(job);
                add(line);
                return line;
              })
          .show(job);
    }
    nothing.setVisible(jobs.isEmpty());
  }

  private static final class Line extends Div {
    private static final long serialVersionUID = 1L;
    private final ProgressBar bar = new ProgressBar(0, 1, 0);
    private final Span percent = new Span();
    private final Span message = new Span();

    private Line(JobView job) {
      addClassName("running-job");
      var kind = new Anchor(Paths.JOBS + "?subject=" + job.subjectId(), job.kind());
      percent.addClassNames("number", "muted");
      message.addClassName("muted");
      bar.getElement().setAttribute("aria-label", job.kind());
      add(kind, bar, percent, message);
    }

    private void show(JobView job) {
      var done = Math.clamp(job.progress(), 0, 1);
      bar.setValue(done);
      percent.setText(Math.round(done * 100) + " %");
      message.setText(job.message() == null ? "" : job.message());
    }
  }
}
