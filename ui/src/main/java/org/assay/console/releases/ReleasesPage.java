package org.assay.console.releases;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
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
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.ReleaseFacts;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// What is live, what was, and the button that stops it.
@Route(value = Paths.RELEASES, layout = Frame.class)
public class ReleasesPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final Select<ReleaseState> state =
      Choices.of("releases-state", "releases.anyState", ReleaseState.class);
  private final Grid<ReleaseView> grid = Lists.grid("releases", Texts.text("releases.empty"));

  @Inject
  public ReleasesPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    columns();
    state.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filter();
          }
        });
    grid.addClassName("clickable");
    grid.addItemClickListener(click -> open(click.getItem()));
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
        .setFlexGrow(2);
    grid.addComponentColumn(
            release ->
                Badges.badge(Texts.text(release.state()), ReleaseFacts.tone(release.state())))
        .setHeader(Texts.text("field.state"))
        .setAutoWidth(true);
    grid.addColumn(ReleaseView::releasedBy).setHeader(Texts.text("release.by"));
    grid.addColumn(release -> Times.at(release.releasedAt()))
        .setHeader(Texts.text("release.at"))
        .setAutoWidth(true);
    grid.addColumn(release -> Times.at(release.expiresAt()))
        .setHeader(Texts.text("release.expires"))
        .setAutoWidth(true);
    grid.addColumn(release -> String.join(", ", release.purposes()))
        .setHeader(Texts.text("release.purposes"))
        .setFlexGrow(2);
  }

  private static Anchor version(ReleaseView release) {
    return new Anchor(
        Paths.version(release.model(), release.version(), "release"),
        Texts.text("version.name", release.model(), Integer.toString(release.version())));
  }

  private void open(ReleaseView release) {
    var dialog = new Dialog();
    dialog.setId("release-dialog");
    dialog.setWidth("40rem");
    dialog.setHeaderTitle(
        Texts.text("version.name", release.model(), Integer.toString(release.version())));
    dialog.add(
        new ReleaseFacts(
            server,
            release,
            () -> {
              dialog.close();
              grid.getDataProvider().refreshAll();
            }));
    dialog.open();
  }
}
