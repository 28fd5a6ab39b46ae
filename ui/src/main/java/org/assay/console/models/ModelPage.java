package org.assay.console.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.api.models.ModelView;
import org.assay.api.models.NewVersion;
import org.assay.api.models.VersionView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.RowOpening;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// One model and its versions.
@Route(value = "models/:name", layout = Frame.class)
public class ModelPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private String title = "";

  @Inject
  public ModelPage(Server server) {
    this.server = server;
    addClassName("page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElseThrow(NotFoundException::new);
    show(name);
  }

  private void show(String name) {
    var model = server.models().get(name);
    title = model.name();
    removeAll();
    add(head(model), facts(model), versions(model));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private Div head(ModelView model) {
    var head = new Div(new H2(model.name()));
    head.addClassName("title-line");
    if (isOwner(model)) {
      var edit =
          new Button(
              Texts.text("models.change"),
              click -> new ChangeDialog(server, model, () -> show(model.name())).open());
      edit.setId("change-model");
      edit.addClassName("at-end");
      head.add(edit);
    }
    return head;
  }

  private boolean isOwner(ModelView model) {
    var person = server.person();
    return person.is("owner") && person.subject().equals(model.owner());
  }

  private static Component live(ModelView model) {
    var live = model.liveVersion();
    if (live == null) {
      return new Span(Texts.text("models.noneLive"));
    }
    var link =
        new Anchor(
            Paths.version(model.name(), live, "release"),
            Texts.text("version.number", live.toString()));
    link.setId("live-version");
    return link;
  }

  private static Facts facts(ModelView model) {
    return new Facts()
        .fact("models.live", live(model))
        .fact("field.purpose", model.purpose())
        .fact("field.owner", model.owner())
        .fact("field.tier", Badges.tier(model.riskTier()))
        .fact("field.createdAt", Times.at(model.createdAt()));
  }

  private Panel versions(ModelView model) {
    var panel = new Panel(Texts.text("models.versions"));
    var buttons = new Div();
    buttons.addClassName("buttons");
    panel.add(grid(model, buttons), buttons);
    if (isOwner(model)) {
      var begin = new Button(Texts.text("models.begin"), click -> begin(model));
      begin.setId("begin-version");
      begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      buttons.addComponentAsFirst(begin);
    }
    return panel;
  }

  private Grid<VersionView> grid(ModelView model, Div buttons) {
    var versions = server.versions().list(model.name());
    var grid = Lists.table("versions", Texts.text("models.noVersions"), versions);
    RowOpening.on(
        grid,
        version ->
            getUI().ifPresent(ui -> ui.navigate(Paths.version(model.name(), version.number()))));
    if (versions.size() > 1) {
      var chosen = new CompareChoice(model.name());
      grid.addComponentColumn(chosen::box)
          .setHeader(Texts.text("compare.choose"))
          .setAutoWidth(true)
          .setFlexGrow(0);
      buttons.add(chosen);
    }
    grid.addComponentColumn(ModelPage::link).setHeader(Texts.text("field.version"));
    grid.addComponentColumn(version -> Badges.stage(version.stage()))
        .setHeader(Texts.text("field.stage"));
    grid.addColumn(VersionView::author).setHeader(Texts.text("field.author"));
    grid.addColumn(version -> Times.at(version.createdAt()))
        .setHeader(Texts.text("field.createdAt"))
        .setAutoWidth(true);
    grid.addComponentColumn(version -> new Digest(version.digest()))
        .setHeader(Texts.text("field.digest"));
    return grid;
  }

  private static Anchor link(VersionView version) {
    var number = Integer.toString(version.number());
    var link =
        new Anchor(
            Paths.version(version.model(), version.number()), Texts.text("version.number", number));
    link.setId("version-" + number);
    return link;
  }

  private void begin(ModelView model) {
    var version = server.versions().create(model.name(), new NewVersion(null));
    Announcements.done(Texts.text("models.begun", Integer.toString(version.number())));
    getUI().ifPresent(ui -> ui.navigate(Paths.version(model.name(), version.number())));
  }
}
