package org.assay.console.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.assay.console.parts.Texts;

/// A page that says what went wrong and what to do.
class MessagePage extends Div implements HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private String title = "";

  MessagePage() {
    addClassName("message-page");
    setId("message-page");
  }

  /// @param what the texts `<what>.title` and `<what>.text`
  void say(String what, Component... more) {
    title = Texts.text(what + ".title");
    removeAll();
    add(new H2(title), new Paragraph(Texts.text(what + ".text")));
    add(more);
    add(new Anchor("", Texts.text("error.home")));
  }

  @Override
  public String getPageTitle() {
    return title;
  }
}
