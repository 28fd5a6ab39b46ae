package org.assay.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.api.Page;
import org.assay.api.audit.EventView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Download;
import org.assay.console.parts.EventDetails;
import org.assay.console.parts.ForRoles;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// The record of every act; what is looked for, and the event that is read, stand in the address.
@Route(value = "audit/:event?([0-9]{1,18})", layout = Frame.class)
@ForRoles({"auditor", "admin"})
public class AuditPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final AuditForm form;
  private final Grid<EventView> grid = Lists.grid("audit", Texts.text("audit.empty"));
  private final Div beside = new Div();
  private transient @Nullable AuditFilter shown;
  private transient volatile AuditFilter filter = AuditFilter.NONE;

  @Inject
  public AuditPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    columns();
    grid.addClassName("clickable");
    grid.addItemClickListener(click -> open(click.getItem().id()));
    beside.addClassName("beside");
    beside.add(grid);
    form = new AuditForm(this::look, exports());
    add(form, beside);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter = AuditFilter.read(event.getLocation().getQueryParameters());
    if (!filter.equals(shown)) {
      shown = filter;
      form.show(filter);
      grid.setItems(Lists.lazy(this::events));
    }
    beside.removeAll();
    beside.add(grid);
    event
        .getRouteParameters()
        .get("event")
        .map(Long::valueOf)
        .ifPresent(id -> beside.add(new EventPanel(server.audit().event(id), this::close)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.audit");
  }

  private Page<EventView> events(int page, int size) {
    var asked = filter;
    return server
        .audit()
        .events(
            asked.actor(),
            asked.action(),
            asked.model(),
            asked.version(),
            asked.subject(),
            asked.fromMoment(),
            asked.toMoment(),
            page,
            size);
  }

  private Component exports() {
    var csv =
        Download.of(
            "audit-csv",
            Texts.text("action.csv"),
            "audit.csv",
            "text/csv;charset=utf-8",
            () -> {
              var asked = filter;
              return server
                  .audit()
                  .exportCsv(
                      asked.actor(),
                      asked.action(),
                      asked.model(),
                      asked.version(),
                      asked.subject(),
                      asked.fromMoment(),
                      asked.toMoment());
            });
    var json =
        Download.of(
            "audit-json",
            Texts.text("action.json"),
            "audit.json",
            "application/json",
            () -> {
              var asked = filter;
              return server
                  .audit()
                  .exportJson(
                      asked.actor(),
                      asked.action(),
                      asked.model(),
                      asked.version(),
                      asked.subject(),
                      asked.fromMoment(),
                      asked.toMoment());
            });
    var links = new Div(csv, json);
    links.addClassName("downloads");
    return links;
  }

  private void look(AuditFilter asked) {
    go(Paths.AUDIT, asked.address());
  }

  private void open(long id) {
    go(Paths.event(id), filter.address());
  }

  private void close() {
    go(Paths.AUDIT, filter.address());
  }

  private void go(String path, QueryParameters query) {
    getUI().ifPresent(ui -> ui.navigate(path, query));
  }

  private void columns() {
    grid.addComponentColumn(this::number).setHeader("#").setAutoWidth(true).setFlexGrow(0);
    grid.addColumn(event -> Times.at(event.at()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(EventView::actor).setHeader(Texts.text("audit.actor")).setAutoWidth(true);
    grid.addColumn(EventView::action).setHeader(Texts.text("audit.action")).setAutoWidth(true);
    grid.addColumn(AuditPage::version).setHeader(Texts.text("field.version")).setAutoWidth(true);
    grid.addColumn(event -> EventDetails.summary(event.body()))
        .setHeader(Texts.text("audit.body"))
        .setFlexGrow(4);
  }

  /// The number as a link with the filter in it, for the keyboard and for a new tab.
  private Anchor number(EventView event) {
    var query = filter.address().getQueryString();
    var link =
        new Anchor(
            Paths.event(event.id()) + (query.isEmpty() ? "" : "?" + query),
            Long.toString(event.id()));
    link.setId("event-" + event.id());
    return link;
  }

  private static String version(EventView event) {
    var model = event.model();
    var version = event.version();
    if (model == null) {
      return "–";
    }
    return version == null ? model : Texts.text("version.name", model, version.toString());
  }
}
