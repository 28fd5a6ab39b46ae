package org.assay.console.compare;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.assay.api.models.VersionView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Addresses;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Two versions of a model side by side; which two stands in the address.
@Route(value = "models/:name/compare", layout = Frame.class)
public class ComparePage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private String title = "";

  @Inject
  public ComparePage(Server server) {
    this.server = server;
    addClassNames("page", "compare");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElseThrow(NotFoundException::new);
    var versions = server.versions().list(name);
    title = Texts.text("compare.title", name);
    removeAll();
    var heading = new H2(new Anchor(Paths.model(name), name));
    add(heading);
    if (versions.size() < 2) {
      add(Notice.empty(Texts.text("compare.onlyOne")));
      return;
    }
    var right = asked(event.getLocation(), "right", versions).orElse(versions.getFirst());
    var left = asked(event.getLocation(), "left", versions).orElseGet(() -> other(versions, right));
    show(name, versions, left, right);
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private static Optional<VersionView> asked(
      Location location, String parameter, List<VersionView> versions) {
    return location
        .getQueryParameters()
        .getSingleParameter(parameter)
        .flatMap(
            number ->
                versions.stream()
                    .filter(v -> Integer.toString(v.number()).equals(number))
                    .findFirst());
  }

  /// The one before it; the one after the first.
  private static VersionView other(List<VersionView> versions, VersionView right) {
    return versions.stream()
        .filter(v -> v.number() < right.number())
        .findFirst()
        .orElseGet(() -> versions.get(versions.size() - 2));
  }

  private void show(String name, List<VersionView> versions, VersionView left, VersionView right) {
    var bar =
        new Div(
            choice("left", name, versions, left, right),
            choice("right", name, versions, right, left));
    bar.addClassName("toolbar");
    var before = Side.load(server, server.versions().get(name, left.number()));
    var after = Side.load(server, server.versions().get(name, right.number()));
    add(
        bar,
        stages(before, after),
        new Panel(Texts.text("compare.gate"), ReportsDiff.gate(before, after)),
        new Panel(Texts.text("compare.metrics"), new MeasuresDiff(before, after)),
        new Panel(
            Texts.text("compare.card"),
            new CardDiff(before.version().card(), after.version().card())),
        new Panel(Texts.text("compare.intake"), ReportsDiff.intake(before, after)),
        new Panel(Texts.text("plan.title"), ReportsDiff.plan(before, after)),
        new Panel(Texts.text("compare.digests"), ReportsDiff.digests(before, after)));
  }

  private static Div stages(Side left, Side right) {
    var stages = new Div();
    stages.addClassName("inline-facts");
    for (var side : List.of(left, right)) {
      var number = side.number();
      var link = new Anchor(Paths.version(side.version().model(), number), MeasuresDiff.name(side));
      var fact = new Div(link, Badges.stage(side.version().stage()));
      fact.addClassName("badges");
      stages.add(fact);
    }
    return stages;
  }

  private Select<VersionView> choice(
      String side,
      String name,
      List<VersionView> versions,
      VersionView chosen,
      VersionView opposite) {
    var select = new Select<VersionView>();
    select.setId("compare-" + side);
    select.setLabel(Texts.text("compare." + side));
    select.setItems(versions);
    select.setWidth("17rem");
    select.setItemLabelGenerator(
        v ->
            Texts.text("version.number", Integer.toString(v.number()))
                + ", "
                + Texts.text(v.stage()));
    select.setValue(chosen);
    select.addValueChangeListener(
        change -> {
          var now = change.getValue().number();
          var path =
              "left".equals(side)
                  ? Paths.compare(name, now, opposite.number())
                  : Paths.compare(name, opposite.number(), now);
          Addresses.open(this, path);
        });
    return select;
  }
}
