package org.assay.console.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.event.SortEvent;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.Page;
import org.assay.api.models.ModelSort;
import org.assay.api.models.ModelView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Choices;
import org.assay.console.parts.CsvExport;
import org.assay.console.parts.Download;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.RowOpening;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// All models; what is searched for stands in the address, so that it can be sent to a colleague.
@Route(value = Paths.MODELS, layout = Frame.class)
public class ModelsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final TextField search = new TextField();
  private final Select<RiskTier> tier = Choices.of("models-tier", "models.anyTier", RiskTier.class);
  private final Select<Stage> stage = Choices.of("models-stage", "models.anyStage", Stage.class);
  private final Grid<ModelView> grid = Lists.grid("models", Texts.text("models.empty"));
  private ModelSort sort = ModelSort.NAME;
  private boolean isDescending;
  private @Nullable String owner;
  private transient Lists.Source<ModelView> shown =
      (page, size) -> new Page<>(List.of(), 0, page, size);

  @Inject
  public ModelsPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    search.setId("models-search");
    search.setPlaceholder(Texts.text("models.search"));
    search.setAriaLabel(Texts.text("models.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    var bar = new Div(search, tier, stage, export());
    bar.addClassName("toolbar");
    if (server.person().is("owner")) {
      bar.add(register());
    }
    columns();
    grid.addSortListener(this::sort);
    RowOpening.on(grid, model -> getUI().ifPresent(ui -> ui.navigate(Paths.model(model.name()))));
    add(bar, grid);
    search.addValueChangeListener(change -> filter(change.isFromClient()));
    tier.addValueChangeListener(change -> filter(change.isFromClient()));
    stage.addValueChangeListener(change -> filter(change.isFromClient()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    search.setValue(query.getSingleParameter("q").orElse(""));
    tier.setValue(
        query.getSingleParameter("tier").map(t -> Choices.read(RiskTier.class, t)).orElse(null));
    stage.setValue(
        query.getSingleParameter("stage").map(s -> Choices.read(Stage.class, s)).orElse(null));
    readSort(query);
    shown = source();
    grid.setItems(Lists.lazy(shown));
  }

  /// What the address asks for, fixed now: an export runs outside the page's own request.
  private Lists.Source<ModelView> source() {
    var text = search.getValue().isBlank() ? null : search.getValue().strip();
    var ofTier = tier.getValue();
    var atStage = stage.getValue();
    var of = owner;
    var by = sort;
    var down = isDescending;
    return (page, size) -> server.models().list(text, ofTier, atStage, of, by, down, page, size);
  }

  private Download export() {
    return new CsvExport<ModelView>((page, size) -> shown.page(page, size))
        .column(Texts.text("field.name"), ModelView::name)
        .column(Texts.text("field.purpose"), ModelView::purpose)
        .column(Texts.text("field.owner"), ModelView::owner)
        .column(Texts.text("field.tier"), ModelView::riskTier)
        .column(Texts.text("models.latest"), ModelView::latestVersion)
        .column(Texts.text("field.stage"), ModelView::latestStage)
        .column(Texts.text("models.live"), ModelView::liveVersion)
        .column(Texts.text("field.createdAt"), ModelView::createdAt)
        .link("models-csv", "models.csv");
  }

  private void readSort(QueryParameters query) {
    var wanted =
        query.getSingleParameter("sort").map(s -> Choices.read(ModelSort.class, s)).orElse(null);
    sort = wanted == null ? ModelSort.NAME : wanted;
    isDescending = query.getSingleParameter("descending").map("true"::equals).orElse(false);
    owner = query.getSingleParameter("owner").orElse(null);
    var direction = isDescending ? SortDirection.DESCENDING : SortDirection.ASCENDING;
    grid.sort(List.of(new GridSortOrder<>(grid.getColumnByKey(sort.name()), direction)));
  }

  private void sort(SortEvent<Grid<ModelView>, GridSortOrder<ModelView>> event) {
    if (!event.isFromClient()) {
      return;
    }
    var order = event.getSortOrder().stream().findFirst();
    sort = order.map(o -> ModelSort.valueOf(o.getSorted().getKey())).orElse(ModelSort.NAME);
    isDescending = order.map(o -> o.getDirection() == SortDirection.DESCENDING).orElse(false);
    filter(true);
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.models");
  }

  private void filter(boolean isFromClient) {
    if (!isFromClient) {
      return;
    }
    Map<String, String> query = new LinkedHashMap<>();
    put(query, "q", search.getValue().strip());
    put(query, "tier", tier.getValue());
    put(query, "stage", stage.getValue());
    put(query, "owner", owner);
    if (sort != ModelSort.NAME || isDescending) {
      put(query, "sort", sort);
      put(query, "descending", isDescending ? "true" : null);
    }
    getUI().ifPresent(ui -> ui.navigate(Paths.MODELS, QueryParameters.simple(query)));
  }

  private static void put(Map<String, String> query, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      query.put(name, value.toString());
    }
  }

  private void columns() {
    grid.addComponentColumn(ModelsPage::name)
        .setHeader(Texts.text("field.name"))
        .setKey(ModelSort.NAME.name())
        .setSortable(true)
        .setFlexGrow(2);
    grid.addColumn(ModelView::purpose).setHeader(Texts.text("field.purpose")).setFlexGrow(4);
    grid.addColumn(ModelView::owner)
        .setHeader(Texts.text("field.owner"))
        .setKey(ModelSort.OWNER.name())
        .setSortable(true)
        .setAutoWidth(true);
    grid.addComponentColumn(model -> Badges.tier(model.riskTier()))
        .setHeader(Texts.text("field.tier"))
        .setKey(ModelSort.RISK_TIER.name())
        .setSortable(true)
        .setAutoWidth(true);
    grid.addColumn(model -> number(model.latestVersion()))
        .setHeader(Texts.text("models.latest"))
        .setAutoWidth(true);
    grid.addComponentColumn(model -> Badges.stage(model.latestStage()))
        .setHeader(Texts.text("field.stage"))
        .setKey(ModelSort.LATEST_STAGE.name())
        .setSortable(true)
        .setAutoWidth(true);
    grid.addComponentColumn(ModelsPage::live)
        .setHeader(Texts.text("models.live"))
        .setAutoWidth(true);
    grid.addColumn(model -> Times.at(model.createdAt()))
        .setHeader(Texts.text("field.createdAt"))
        .setKey(ModelSort.CREATED_AT.name())
        .setSortable(true)
        .setAutoWidth(true);
  }

  private static Anchor name(ModelView model) {
    var link = new Anchor(Paths.model(model.name()), model.name());
    link.setId("model-" + model.name());
    return link;
  }

  private static Span live(ModelView model) {
    var live = model.liveVersion();
    return live == null
        ? new Span("–")
        : Badges.badge(Texts.text("version.number", live.toString()), Badges.Tone.GOOD);
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "–" : number.toString();
  }

  private Button register() {
    var register =
        new Button(Texts.text("models.register"), click -> new RegisterDialog(server).open());
    register.setId("register-model");
    register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return register;
  }
}
