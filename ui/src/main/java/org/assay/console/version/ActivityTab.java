package org.assay.console.version;

import com.vaadin.flow.component.html.Div;
import org.assay.api.audit.EventView;
import org.assay.console.parts.EventDetails;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// Everything that happened to the version, the newest first.
class ActivityTab extends Div {
  private static final long serialVersionUID = 1L;

  ActivityTab(VersionContext context) {
    var events = context.server().versions().events(context.name(), context.number());
    var grid = Lists.table("events", Texts.text("activity.empty"), events);
    grid.addColumn(event -> Times.at(event.at()))
        .setHeader(Texts.text("field.at"))
        .setAutoWidth(true);
    grid.addColumn(EventView::actor).setHeader(Texts.text("field.person"));
    grid.addColumn(EventView::action).setHeader(Texts.text("audit.action"));
    grid.addColumn(event -> EventDetails.summary(event.body()))
        .setHeader(Texts.text("audit.body"))
        .setFlexGrow(4);
    add(grid);
  }
}
