package org.assay.console.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.api.Page;
import org.assay.api.models.Stage;
import org.assay.api.overview.VersionSummary;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Choices;
import org.assay.console.parts.CsvExport;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// The versions of all models, the newest first; what is looked for stands in the address.
@Route(value = Paths.VERSIONS, layout = Frame.class)
public class VersionsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final TextField search = new TextField();
  private final Select<Stage> stage = Choices.of("versions-stage", "models.anyStage", Stage.class);
  private final Select<String> gate = new Select<>();
  private final Checkbox findings = new Checkbox(Texts.text("versions.findings"));
  private final Grid<VersionSummary> grid = Lists.grid("versions", Texts.text("versions.empty"));
  private transient VersionsFilter filter = new VersionsFilter(null, null, null, false);

  @Inject
  public VersionsPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    fields();
    var bar = new Div(search, stage, gate, findings, export());
    bar.addClassName("toolbar");
    columns();
    add(bar, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter = VersionsFilter.read(event.getLocation().getQueryParameters());
    search.setValue(filter.text() == null ? "" : filter.text());
    stage.setValue(filter.stage());
    gate.setValue(filter.gate());
    findings.setValue(filter.findings());
    grid.setItems(Lists.lazy(this::versions));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.versions");
  }

  private Page<VersionSummary> versions(int page, int size) {
    var asked = filter;
    return server
        .overview()
        .versions(asked.text(), asked.stage(), null, asked.gate(), asked.findings(), page, size);
  }

  private void fields() {
    search.setId("versions-search");
    search.setPlaceholder(Texts.text("versions.search"));
    search.setAriaLabel(Texts.text("versions.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setWidth("20rem");
    gate.setId("versions-gate");
    gate.setItems("open", "blocked");
    gate.setEmptySelectionAllowed(true);
    gate.setEmptySelectionCaption(Texts.text("versions.anyGate"));
    gate.setPlaceholder(Texts.text("versions.anyGate"));
    gate.setAriaLabel(Texts.text("field.gate"));
    gate.setItemLabelGenerator(
        value ->
            value == null ? Texts.text("versions.anyGate") : Texts.text("versions.gate." + value));
    findings.setId("versions-findings");
    search.addValueChangeListener(change -> look(change.isFromClient()));
    stage.addValueChangeListener(change -> look(change.isFromClient()));
    gate.addValueChangeListener(change -> look(change.isFromClient()));
    findings.addValueChangeListener(change -> look(change.isFromClient()));
  }

  private void look(boolean isFromClient) {
    if (isFromClient) {
      var text = search.getValue().strip();
      var asked =
          new VersionsFilter(
              text.isEmpty() ? null : text, stage.getValue(), gate.getValue(), findings.getValue());
      getUI().ifPresent(ui -> ui.navigate(Paths.VERSIONS, asked.address()));
    }
  }

  private Component export() {
    return new CsvExport<>(this::versions)
        .column(Texts.text("audit.model"), VersionSummary::model)
        .column(Texts.text("field.version"), VersionSummary::number)
        .column(Texts.text("field.stage"), VersionSummary::stage)
        .column(Texts.text("field.tier"), VersionSummary::riskTier)
        .column(Texts.text("field.owner"), VersionSummary::owner)
        .column(Texts.text("field.author"), VersionSummary::author)
        .column(Texts.text("field.digest"), VersionSummary::digest)
        .column(Texts.text("field.gate"), VersionSummary::gateVerdict)
        .column(Texts.text("versions.blocked"), VersionSummary::blockedControls)
        .column(Texts.text("intake.findings"), VersionSummary::findings)
        .column(Texts.text("dashboard.audited"), VersionSummary::auditedAt)
        .column(Texts.text("field.createdAt"), VersionSummary::createdAt)
        .link("versions-csv", "versions.csv");
  }

  private void columns() {
    grid.addComponentColumn(VersionsPage::name)
        .setHeader(Texts.text("field.version"))
        .setFlexGrow(3)
        .setAutoWidth(true);
    grid.addComponentColumn(version -> Badges.stage(version.stage()))
        .setHeader(Texts.text("field.stage"))
        .setAutoWidth(true);
    grid.addComponentColumn(version -> Badges.tier(version.riskTier()))
        .setHeader(Texts.text("field.tier"))
        .setAutoWidth(true);
    grid.addColumn(VersionSummary::owner).setHeader(Texts.text("field.owner")).setAutoWidth(true);
    grid.addComponentColumn(VersionsPage::gate)
        .setHeader(Texts.text("field.gate"))
        .setAutoWidth(true);
    grid.addComponentColumn(VersionsPage::findings)
        .setHeader(Texts.text("intake.findings"))
        .setAutoWidth(true);
    grid.addComponentColumn(version -> Times.since(version.createdAt()))
        .setHeader(Texts.text("field.createdAt"))
        .setAutoWidth(true);
    grid.addComponentColumn(version -> new Digest(version.digest()))
        .setHeader(Texts.text("field.digest"))
        .setAutoWidth(true);
  }

  private static Component name(VersionSummary version) {
    return new Anchor(
        Paths.version(version.model(), version.number()),
        Texts.text("version.name", version.model(), Integer.toString(version.number())));
  }

  private static Component gate(VersionSummary version) {
    var badge = Badges.verdict(version.gateVerdict());
    return version.blockedControls() == 0
        ? badge
        : new Anchor(
            Paths.version(version.model(), version.number(), "gate"),
            badge,
            new Span(" " + version.blockedControls()));
  }

  private static Component findings(VersionSummary version) {
    return version.findings() == 0
        ? new Span("–")
        : new Anchor(
            Paths.version(version.model(), version.number(), "intake"),
            Integer.toString(version.findings()));
  }
}
