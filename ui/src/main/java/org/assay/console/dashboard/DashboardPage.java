package org.assay.console.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.List;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.parts.Watch;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;

/// The first page: what waits for the person, what is live, what fails, what runs. It looks again
/// every few seconds and keeps the last answer where the server does not give one.
@Route(value = Paths.DASHBOARD, layout = Frame.class)
public class DashboardPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final Duration PACE = Duration.ofSeconds(4);
  private static final int JOBS = 8;

  private final transient Server server;
  private final Tiles tiles;
  private final LiveModels live;
  private final StageChart stages = new StageChart();
  private final RunningJobs jobs = new RunningJobs();
  private final Paragraph asOf = new Paragraph();

  @Inject
  public DashboardPage(Server server) {
    this.server = server;
    var person = server.person();
    tiles = new Tiles(person);
    live = new LiveModels(person);
    asOf.addClassNames("muted", "as-of");
    addClassNames("page", "dashboard");
    var below =
        new Div(
            new Panel(Texts.text("dashboard.stages"), stages),
            new Panel(Texts.text("dashboard.jobs"), jobs));
    below.addClassName("columns");
    add(tiles, new Panel(Texts.text("dashboard.live"), live), below, asOf);
    Watch.every(PACE, this, this::look);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show();
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.dashboard");
  }

  private void look() {
    try {
      show();
    } catch (Refusal | ProcessingException away) {
      asOf.addClassName("old");
    }
  }

  private void show() {
    var overview = server.overview().overview();
    tiles.show(overview);
    live.show(overview.nextToExpire());
    stages.show(overview.versionsByStage());
    jobs.show(overview.jobsRunning() == 0 ? List.of() : running());
    asOf.removeClassName("old");
    asOf.setText(Texts.text("dashboard.asOf", Times.at(overview.at())));
  }

  private List<JobView> running() {
    return server.jobs().list(JobState.RUNNING, null, 0, JOBS).items();
  }
}
