package org.assay.console.audit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.TreeMap;
import org.assay.api.audit.EventView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.EventDetails;
import org.assay.console.parts.Facts;
import org.assay.console.parts.ForRoles;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// The record of every act; what is looked for stands in the address.
@Route(value = Paths.AUDIT, layout = Frame.class)
@ForRoles({"auditor", "admin"})
public class AuditPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final TextField actor = field("audit-actor", "audit.actor");
  private final TextField action = field("audit-action", "audit.action");
  private final TextField model = field("audit-model", "audit.model");
  private final DatePicker from = day("audit-from", "audit.from");
  private final DatePicker to = day("audit-to", "audit.to");
  private final Grid<EventView> grid = Lists.grid("audit", Texts.text("audit.empty"));

  @Inject
  public AuditPage(Server server) {
    this.server = server;
    addClassNames("page", "fill");
    var filter = new Button(Texts.text("audit.filter"), click -> filter());
    filter.setId("audit-filter");
    filter.addClickShortcut(Key.ENTER);
    var bar = new Div(actor, action, model, from, to, filter);
    bar.addClassName("toolbar");
    columns();
    grid.addClassName("clickable");
    grid.addItemClickListener(click -> open(click.getItem()));
    add(bar, grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var filter = AuditFilter.read(event.getLocation().getQueryParameters());
    actor.setValue(orEmpty(filter.actor()));
    action.setValue(orEmpty(filter.action()));
    model.setValue(orEmpty(filter.model()));
    from.setValue(filter.from());
    to.setValue(filter.to());
    var zone = Times.zone(UI.getCurrent());
    grid.setItems(
        Lists.lazy(
            (page, size) ->
                server
                    .audit()
                    .events(
                        filter.actor(),
                        filter.action(),
                        filter.model(),
                        null,
                        null,
                        filter.fromMoment(zone),
                        filter.toMoment(zone),
                        page,
                        size)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.audit");
  }

  private void filter() {
    var filter =
        new AuditFilter(
            actor.getValue().strip(),
            action.getValue().strip(),
            model.getValue().strip(),
            from.getValue(),
            to.getValue());
    getUI().ifPresent(ui -> ui.navigate(Paths.AUDIT, filter.address()));
  }

  private void columns() {
    grid.addColumn(EventView::id).setHeader("#").setAutoWidth(true).setFlexGrow(0);
    grid.addColumn(event -> Times.at(event.at()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true);
    grid.addColumn(EventView::actor).setHeader(Texts.text("audit.actor")).setAutoWidth(true);
    grid.addColumn(EventView::action).setHeader(Texts.text("audit.action")).setAutoWidth(true);
    grid.addColumn(AuditPage::version).setHeader(Texts.text("field.version")).setAutoWidth(true);
    grid.addColumn(event -> EventDetails.summary(event.body()))
        .setHeader(Texts.text("audit.body"))
        .setFlexGrow(4);
  }

  private static String version(EventView event) {
    var model = event.model();
    var version = event.version();
    if (model == null) {
      return "–";
    }
    return version == null ? model : Texts.text("version.name", model, version.toString());
  }

  private static void open(EventView event) {
    var facts =
        new Facts()
            .fact("field.at", Times.at(event.at()))
            .fact("audit.actor", event.actor())
            .fact("audit.action", event.action())
            .fact("audit.subject", event.subjectType() + " " + event.subjectId())
            .fact("field.version", version(event));
    var body = new Facts();
    body.setId("event-body");
    new TreeMap<>(event.body()).forEach((name, value) -> body.entry(name, String.valueOf(value)));
    var dialog = new Dialog(facts, body);
    dialog.setId("event-dialog");
    dialog.setWidth("44rem");
    dialog.setHeaderTitle(Texts.text("audit.event", Long.toString(event.id())));
    dialog.open();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static TextField field(String id, String key) {
    var field = new TextField(Texts.text(key));
    field.setId(id);
    field.setClearButtonVisible(true);
    return field;
  }

  private static DatePicker day(String id, String key) {
    var day = new DatePicker(Texts.text(key));
    day.setId(id);
    day.setClearButtonVisible(true);
    day.setLocale(UI.getCurrent().getLocale());
    return day;
  }
}
