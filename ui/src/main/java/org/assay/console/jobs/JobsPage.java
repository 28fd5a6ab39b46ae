package org.assay.console.jobs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Choices;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.CsvExport;
import org.assay.console.parts.Download;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.parts.Watch;
import org.assay.console.server.Person;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;

/// Long work: what runs, what failed and why; stop it or start it again. What is looked for stands
/// in the address. A job that moved is drawn again, the others are left alone.
@Route(value = Paths.JOBS, layout = Frame.class)
public class JobsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final Duration PACE = Duration.ofSeconds(4);
  private static final int NEWEST = 50;

  private final transient Server server;
  private final transient Person person;
  private final Select<JobState> state = Choices.of("jobs-state", "jobs.anyState", JobState.class);
  private final TextField subject = new TextField();
  private final Grid<JobView> grid = Lists.grid("jobs", Texts.text("jobs.empty"));
  private final transient Map<UUID, JobView> known = new HashMap<>();
  private transient volatile JobsFilter filter = new JobsFilter(null, null);

  @Inject
  public JobsPage(Server server) {
    this.server = server;
    this.person = server.person();
    addClassNames("page", "fill");
    columns();
    subject.setId("jobs-subject");
    subject.setPlaceholder(Texts.text("jobs.subject"));
    subject.setAriaLabel(Texts.text("jobs.subject"));
    subject.setClearButtonVisible(true);
    subject.setValueChangeMode(ValueChangeMode.LAZY);
    subject.setWidth("20rem");
    subject.addValueChangeListener(change -> filter(change.isFromClient()));
    state.addValueChangeListener(change -> filter(change.isFromClient()));
    var bar = new Div(state, subject, export());
    bar.addClassName("toolbar");
    add(bar, grid);
    Watch.every(PACE, this, this::look);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter = JobsFilter.read(event.getLocation().getQueryParameters());
    state.setValue(filter.state());
    subject.setValue(filter.subject() == null ? "" : filter.subject());
    known.clear();
    grid.setItems(Lists.lazy(this::jobs));
    grid.getLazyDataView().setIdentifierProvider(JobView::id);
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.jobs");
  }

  private Page<JobView> jobs(int page, int size) {
    return server.jobs().list(filter.state(), filter.subject(), page, size);
  }

  private void filter(boolean isFromClient) {
    if (isFromClient) {
      var text = subject.getValue().strip();
      var asked = new JobsFilter(state.getValue(), text.isEmpty() ? null : text);
      getUI().ifPresent(ui -> ui.navigate(Paths.JOBS, asked.address()));
    }
  }

  /// Draws again what moved among the newest jobs; the whole list only when a job came or went.
  private void look() {
    try {
      var newest = jobs(0, NEWEST).items();
      var isNew = !known.isEmpty() && newest.stream().anyMatch(job -> !known.containsKey(job.id()));
      if (isNew || newest.size() < known.size()) {
        grid.getDataProvider().refreshAll();
      } else {
        newest.stream()
            .filter(job -> known.containsKey(job.id()) && !job.equals(known.get(job.id())))
            .forEach(job -> grid.getDataProvider().refreshItem(job));
      }
      known.clear();
      newest.forEach(job -> known.put(job.id(), job));
    } catch (Refusal | ProcessingException away) {
      // The list stays as it was; the next click says what is wrong.
      known.clear();
    }
  }

  private Download export() {
    return new CsvExport<>(this::jobs)
        .column(Texts.text("jobs.id"), JobView::id)
        .column(Texts.text("jobs.kind"), JobView::kind)
        .column(Texts.text("jobs.subject"), JobView::subjectId)
        .column(Texts.text("field.state"), JobView::state)
        .column(Texts.text("jobs.progress"), JobView::progress)
        .column(Texts.text("jobs.message"), JobView::message)
        .column(Texts.text("jobs.attempts"), JobView::attempts)
        .column(Texts.text("jobs.by"), JobView::requestedBy)
        .column(Texts.text("jobs.created"), JobView::createdAt)
        .column(Texts.text("jobs.started"), JobView::startedAt)
        .column(Texts.text("jobs.ended"), JobView::endedAt)
        .link("jobs-csv", "jobs.csv");
  }

  private void columns() {
    grid.addColumn(JobView::kind)
        .setHeader(Texts.text("jobs.kind"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(job -> Badges.badge(Texts.text(job.state()), tone(job.state())))
        .setHeader(Texts.text("field.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(JobsPage::progress)
        .setHeader(Texts.text("jobs.progress"))
        .setWidth("9rem")
        .setFlexGrow(0);
    grid.addComponentColumn(JobsPage::message)
        .setHeader(Texts.text("jobs.message"))
        .setWidth("13rem")
        .setFlexGrow(4);
    grid.addColumn(JobView::requestedBy).setHeader(Texts.text("jobs.by")).setAutoWidth(true);
    grid.addComponentColumn(job -> Times.since(job.createdAt()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::buttons)
        .setHeader(Texts.text("action.actions"))
        .setAutoWidth(true)
        .setFlexGrow(0);
  }

  private static Component progress(JobView job) {
    var done = Math.clamp(job.progress(), 0, 1);
    var bar = new ProgressBar(0, 1, done);
    bar.getElement().setAttribute("aria-label", Texts.text("jobs.progressOf", job.kind()));
    bar.setIndeterminate(job.state() == JobState.WAITING);
    var percent = new Span(Math.round(done * 100) + " %");
    percent.addClassNames("number", "muted");
    var line = new Div(bar, percent);
    line.addClassName("progress-cell");
    return line;
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
    if (!person.is("admin") && !person.subject().equals(job.requestedBy())) {
      return new Span();
    }
    return switch (job.state()) {
      case WAITING, RUNNING -> button("jobs.stop", "cancel-" + job.id(), () -> askCancel(job));
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

  private void askCancel(JobView job) {
    new Confirmation(
            "cancel-job",
            Texts.text("job.cancel"),
            Texts.text("job.cancel.text", job.kind(), Times.at(job.createdAt())),
            () -> cancel(job))
        .destructive()
        .open();
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
