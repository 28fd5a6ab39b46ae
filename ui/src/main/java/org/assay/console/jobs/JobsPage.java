package org.assay.console.jobs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Map;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Choices;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// Long work: what runs, what failed and why; stop it or start it again.
@Route(value = Paths.JOBS, layout = Frame.class)
public class JobsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final Select<JobState> state = Choices.of("jobs-state", "jobs.anyState", JobState.class);
  private final Grid<JobView> grid = Lists.grid("jobs", Texts.text("jobs.empty"));

  @Inject
  public JobsPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    columns();
    state.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filter();
          }
        });
    var bar = new Div(state);
    bar.addClassName("toolbar");
    add(bar, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state.setValue(
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("state")
            .map(name -> Choices.read(JobState.class, name))
            .orElse(null));
    grid.setItems(
        Lists.lazy((page, size) -> server.jobs().list(state.getValue(), null, page, size)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.jobs");
  }

  private void filter() {
    var chosen = state.getValue();
    var query =
        chosen == null
            ? QueryParameters.empty()
            : QueryParameters.simple(Map.of("state", chosen.name()));
    getUI().ifPresent(ui -> ui.navigate(Paths.JOBS, query));
  }

  private void columns() {
    grid.addColumn(JobView::kind).setHeader(Texts.text("jobs.kind")).setAutoWidth(true);
    grid.addComponentColumn(job -> Badges.badge(Texts.text(job.state()), tone(job.state())))
        .setHeader(Texts.text("field.state"))
        .setAutoWidth(true);
    grid.addComponentColumn(job -> new ProgressBar(0, 1, Math.clamp(job.progress(), 0, 1)))
        .setHeader(Texts.text("jobs.progress"));
    grid.addComponentColumn(JobsPage::message).setHeader(Texts.text("jobs.message")).setFlexGrow(4);
    grid.addColumn(JobView::requestedBy).setHeader(Texts.text("jobs.by")).setAutoWidth(true);
    grid.addColumn(JobView::attempts).setHeader(Texts.text("jobs.attempts")).setAutoWidth(true);
    grid.addComponentColumn(job -> Times.since(job.createdAt()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::buttons).setAutoWidth(true);
  }

  private static Span message(JobView job) {
    var message = new Span(job.message() == null ? "" : job.message());
    message.addClassName("wrap");
    return message;
  }

  private static Badges.Tone tone(JobState state) {
    return switch (state) {
      case WAITING, CANCELLED -> Badges.Tone.NEUTRAL;
      case RUNNING -> Badges.Tone.BUSY;
      case DONE -> Badges.Tone.GOOD;
      case FAILED -> Badges.Tone.BAD;
    };
  }

  private Component buttons(JobView job) {
    var person = server.person();
    if (!person.is("admin") && !person.subject().equals(job.requestedBy())) {
      return new Span();
    }
    return switch (job.state()) {
      case WAITING, RUNNING -> button("job.cancel", "cancel-" + job.id(), () -> cancel(job));
      case FAILED, CANCELLED -> button("job.retry", "retry-" + job.id(), () -> retry(job));
      case DONE -> new Span();
    };
  }

  private static Button button(String key, String id, Runnable act) {
    var button = new Button(Texts.text(key), click -> act.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void cancel(JobView job) {
    server.jobs().cancel(job.id());
    Announcements.done(Texts.text("job.cancelled"));
    grid.getDataProvider().refreshAll();
  }

  private void retry(JobView job) {
    server.jobs().retry(job.id());
    Announcements.done(Texts.text("job.retried"));
    grid.getDataProvider().refreshAll();
  }
}
