package org.assay.console.datasets;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import org.assay.api.audit.EventView;
import org.assay.console.parts.EventSentences;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// Who read the dataset, when, for what and how much.
class ReadsPanel extends Panel {
  private static final long serialVersionUID = 1L;

  ReadsPanel(Server server, UUID dataset) {
    super(Texts.text("reads.title"));
    var grid = Lists.<EventView>grid("reads", Texts.text("reads.empty"));
    grid.addColumn(event -> Times.at(event.at()))
        .setHeader(Texts.text("field.at"))
        .setWidth("15rem")
        .setFlexGrow(0);
    grid.addColumn(EventView::actor)
        .setHeader(Texts.text("field.person"))
        .setWidth("9rem")
        .setFlexGrow(0);
    grid.addComponentColumn(ReadsPanel::act).setHeader(Texts.text("audit.action")).setFlexGrow(4);
    grid.setItems(Lists.lazy((page, size) -> server.datasets().reads(dataset, page, size)));
    add(new Paragraph(Texts.text("reads.text")), grid);
  }

  private static Span act(EventView event) {
    var sentence = new Span(EventSentences.of(event));
    sentence.addClassName("wrap");
    return sentence;
  }
}
