package org.assay.console.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Map;
import java.util.TreeMap;
import org.assay.api.audit.EventView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// One event in full, beside the list.
class EventPanel extends Section {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  EventPanel(EventView event, Runnable close) {
    setId("event-panel");
    addClassNames("panel", "side");
    var title = new H2(Texts.text("audit.event", Long.toString(event.id())));
    title.setId("event-title");
    getElement().setAttribute("aria-labelledby", "event-title");
    var shut = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
    shut.setId("event-close");
    shut.setAriaLabel(Texts.text("action.close"));
    shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var head = new Div(title, copyLink(), shut);
    head.addClassName("side-head");
    var facts =
        new Facts()
            .fact("field.at", Times.at(event.at()))
            .fact("audit.actor", event.actor())
            .fact("audit.action", event.action())
            .fact("audit.subject", event.subjectType() + " " + event.subjectId())
            .fact("field.version", version(event));
    var body = new Pre(pretty(event.body()));
    body.setId("event-body");
    body.getElement().setAttribute("tabindex", "0");
    body.getElement().setAttribute("role", "region");
    body.getElement().setAttribute("aria-label", Texts.text("audit.body"));
    add(head, facts, new H3(Texts.text("audit.body")), body);
  }

  private static Button copyLink() {
    var copy = new Button(Texts.text("audit.copyLink"), VaadinIcon.LINK.create());
    copy.setId("event-copy");
    copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
    copy.addClickListener(
        click ->
            UI.getCurrent()
                .getPage()
                .executeJs(
                    "const url = location.origin + location.pathname;"
                        + "return navigator.clipboard"
                        + " ? navigator.clipboard.writeText(url).then(() => true, () => false)"
                        + " : false;")
                .then(Boolean.class, EventPanel::told));
    return copy;
  }

  private static void told(Boolean isCopied) {
    if (isCopied) {
      Announcements.done(Texts.text("audit.linkCopied"));
    } else {
      Announcements.mistaken(Texts.text("audit.linkNotCopied"));
    }
  }

  private static Component version(EventView event) {
    var model = event.model();
    var version = event.version();
    if (model == null) {
      return new Span("–");
    }
    return version == null
        ? new Anchor(Paths.model(model), model)
        : new Anchor(
            Paths.version(model, version), Texts.text("version.name", model, version.toString()));
  }

  static String pretty(Map<String, Object> body) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what came as JSON can be written as JSON", impossible);
    }
  }
}
