package org.assay.console.datasets;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Map;
import org.assay.api.datasets.DatasetView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Paths;
import org.assay.console.parts.RowOpening;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// All datasets.
@Route(value = Paths.DATASETS, layout = Frame.class)
public class DatasetsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final TextField search = new TextField();
  private final Grid<DatasetView> grid = Lists.grid("datasets", Texts.text("datasets.empty"));

  @Inject
  public DatasetsPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    search.setId("datasets-search");
    search.setPlaceholder(Texts.text("datasets.search"));
    search.setAriaLabel(Texts.text("datasets.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filter(change.getValue().strip());
          }
        });
    var grants = new Anchor(Paths.GRANTS, Texts.text("grants.title"));
    grants.setId("to-grants");
    var bar = new Div(search, grants);
    bar.addClassName("toolbar");
    if (server.person().is("owner")) {
      var add =
          new Button(Texts.text("datasets.add"), click -> new NewDatasetDialog(server).open());
      add.setId("add-dataset");
      add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      bar.add(add);
    }
    columns();
    RowOpening.on(
        grid, dataset -> getUI().ifPresent(ui -> ui.navigate(Paths.dataset(dataset.id()))));
    add(bar, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    search.setValue(query.getSingleParameter("q").orElse(""));
    var text = search.getValue().isBlank() ? null : search.getValue().strip();
    grid.setItems(Lists.lazy((page, size) -> server.datasets().list(text, page, size)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.datasets");
  }

  private void filter(String text) {
    var query =
        text.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", text));
    getUI().ifPresent(ui -> ui.navigate(Paths.DATASETS, query));
  }

  private void columns() {
    grid.addComponentColumn(DatasetsPage::name).setHeader(Texts.text("field.name")).setFlexGrow(2);
    grid.addColumn(DatasetView::description)
        .setHeader(Texts.text("field.description"))
        .setFlexGrow(4);
    grid.addColumn(DatasetView::owner).setHeader(Texts.text("field.owner")).setAutoWidth(true);
    grid.addColumn(DatasetsPage::rows).setHeader(Texts.text("datasets.rows")).setAutoWidth(true);
    grid.addComponentColumn(DatasetsPage::classified)
        .setHeader(Texts.text("datasets.classified"))
        .setAutoWidth(true);
    grid.addColumn(dataset -> Times.at(dataset.createdAt()))
        .setHeader(Texts.text("field.createdAt"))
        .setAutoWidth(true);
  }

  private static Anchor name(DatasetView dataset) {
    var link = new Anchor(Paths.dataset(dataset.id()), dataset.name());
    link.setId("dataset-" + dataset.name());
    return link;
  }

  private static String rows(DatasetView dataset) {
    var rows = dataset.rows();
    return rows == null ? "–" : Numbers.count(rows, UI.getCurrent().getLocale());
  }

  static Span classified(DatasetView dataset) {
    return dataset.confirmed()
        ? Badges.badge(Texts.text("datasets.yes"), Badges.Tone.GOOD)
        : Badges.badge(Texts.text("datasets.no"), Badges.Tone.CAUTION);
  }
}
