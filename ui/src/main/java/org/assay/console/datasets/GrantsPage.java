package org.assay.console.datasets;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.assay.api.datasets.GrantScope;
import org.assay.api.datasets.GrantView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Choices;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Grants across datasets: what I may read and until when, what waits for my decision, what I gave.
@Route(value = Paths.GRANTS, layout = Frame.class)
public class GrantsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final String SCOPE = "scope";

  private final transient Server server;
  private final Map<GrantScope, Tab> tabOf = new EnumMap<>(GrantScope.class);
  private final Tabs tabs = new Tabs();
  private final Div list = new Div();

  @Inject
  public GrantsPage(Server server) {
    this.server = server;
    addClassName("page");
    list.addClassName("fill");
    for (var scope : GrantScope.values()) {
      var tab = new Tab(Texts.text(scope));
      tab.setId("grants-" + scope.name().toLowerCase(Locale.ROOT));
      tabOf.put(scope, tab);
      tabs.add(tab);
    }
    tabs.setAutoselect(false);
    tabs.addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            go(GrantScope.values()[tabs.getSelectedIndex()]);
          }
        });
    add(tabs, list);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(SCOPE)
            .map(name -> Choices.read(GrantScope.class, name))
            .orElse(null);
    var scope = asked == null ? GrantScope.MINE : asked;
    tabs.setSelectedTab(tabOf.get(scope));
    list.removeAll();
    list.add(grants(scope));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("grants.title");
  }

  private void go(GrantScope scope) {
    getUI().ifPresent(ui -> ui.navigate(Paths.GRANTS, QueryParameters.of(SCOPE, scope.name())));
  }

  private Grid<GrantView> grants(GrantScope scope) {
    Grid<GrantView> grid = Lists.grid("all-grants", Texts.text("grants.empty." + scope));
    grid.addClassName("two-lines");
    grid.addComponentColumn(GrantsPage::dataset)
        .setHeader(Texts.text("plan.dataset"))
        .setFlexGrow(2);
    if (scope != GrantScope.MINE) {
      grid.addColumn(GrantView::grantee).setHeader(Texts.text("datasets.grantee"));
    }
    grid.addComponentColumn(GrantCells::why)
        .setHeader(Texts.text("datasets.purpose"))
        .setFlexGrow(3);
    grid.addComponentColumn(GrantCells::state).setHeader(Texts.text("field.state")).setFlexGrow(2);
    grid.addComponentColumn(GrantCells::end)
        .setHeader(Texts.text("datasets.ends"))
        .setWidth("13rem")
        .setFlexGrow(0);
    grid.addComponentColumn(
            grant ->
                new GrantButtons(
                    server,
                    grant,
                    scope != GrantScope.MINE,
                    () -> grid.getDataProvider().refreshAll()))
        .setHeader(Texts.text("releases.act"))
        .setWidth("12rem")
        .setFlexGrow(0);
    grid.setItems(Lists.lazy((page, size) -> server.datasets().allGrants(scope, page, size)));
    return grid;
  }

  private static Anchor dataset(GrantView grant) {
    return new Anchor(Paths.dataset(grant.datasetId()), grant.dataset());
  }
}
