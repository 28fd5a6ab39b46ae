package org.assay.console.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Map;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Choices;
import org.assay.console.parts.Due;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.ReleaseButtons;
import org.assay.console.parts.ReleaseFacts;
import org.assay.console.parts.RowOpening;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// What is live, what was, how it does, and the buttons that stop it.
@Route(value = Paths.RELEASES, layout = Frame.class)
public class ReleasesPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final Select<ReleaseState> state =
      Choices.of("releases-state", "releases.anyState", ReleaseState.class);
  private final Grid<ReleaseView> grid = Lists.grid("releases", Texts.text("releases.empty"));
  private transient Pulse pulse;

  @Inject
  public ReleasesPage(Server server) {
    this.server = server;
    pulse = Pulse.ask(server);
    addClassNames("page", "fill");
    grid.addClassName("two-lines");
    columns();
    state.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filter();
          }
        });
    RowOpening.on(grid, this::open);
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
            .map(name -> Choices.read(ReleaseState.class, name))
            .orElse(null));
    grid.setItems(
        Lists.lazy((page, size) -> server.releases().list(state.getValue(), null, page, size)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.releases");
  }

  private void filter() {
    var chosen = state.getValue();
    var query =
        chosen == null
            ? QueryParameters.empty()
            : QueryParameters.simple(Map.of("state", chosen.name()));
    getUI().ifPresent(ui -> ui.navigate(Paths.RELEASES, query));
  }

  private void columns() {
    grid.addComponentColumn(ReleasesPage::version)
        .setHeader(Texts.text("field.version"))
        .setFlexGrow(3);
    grid.addComponentColumn(ReleasesPage::state)
        .setHeader(Texts.text("field.state"))
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.addComponentColumn(ReleasesPage::by).setHeader(Texts.text("release.by")).setFlexGrow(2);
    grid.addComponentColumn(ReleasesPage::end)
        .setHeader(Texts.text("release.expires"))
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addComponentColumn(release -> pulse.requests(release.id()))
        .setHeader(Texts.text("releases.requests"))
        .setWidth("9rem")
        .setFlexGrow(0);
    grid.addComponentColumn(release -> pulse.slowest(release.id()))
        .setHeader(Texts.text("releases.p99"))
        .setWidth("9rem")
        .setFlexGrow(0);
    if (server.person().is("admin")) {
      grid.addComponentColumn(this::buttons).setHeader(Texts.text("releases.act")).setFlexGrow(2);
    }
  }

  private static Component version(ReleaseView release) {
    var link =
        new Anchor(
            Paths.version(release.model(), release.version(), "release"),
            Texts.text("version.name", release.model(), Integer.toString(release.version())));
    link.setId("release-" + release.model() + "-" + release.version());
    var purposes = new Span(String.join(", ", release.purposes()));
    purposes.addClassNames("muted", "one-line");
    return lines(link, purposes);
  }

  private static Span state(ReleaseView release) {
    var badge = Badges.badge(Texts.text(release.state()), ReleaseFacts.tone(release.state()));
    var why =
        release.revocationReason() != null
            ? release.revocationReason()
            : release.suspensionReason();
    if (why != null) {
      badge.setTitle(why);
    }
    return badge;
  }

  private static Component by(ReleaseView release) {
    var when = new Span(Times.at(release.releasedAt()));
    when.addClassName("muted");
    return lines(new Span(release.releasedBy()), when);
  }

  private static Component end(ReleaseView release) {
    return switch (release.state()) {
      case LIVE, SUSPENDED -> Due.end(release.expiresAt());
      case EXPIRED, REVOKED -> new Span("–");
    };
  }

  private Component buttons(ReleaseView release) {
    return new ReleaseButtons(server, release, true, this::again);
  }

  private void again() {
    pulse = Pulse.ask(server);
    grid.getDataProvider().refreshAll();
  }

  private void open(ReleaseView release) {
    getUI()
        .ifPresent(ui -> ui.navigate(Paths.version(release.model(), release.version(), "release")));
  }

  private static Div lines(Component first, Component second) {
    var lines = new Div(first, second);
    lines.addClassName("lines");
    return lines;
  }
}
