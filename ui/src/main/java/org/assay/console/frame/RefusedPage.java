package org.assay.console.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;

/// The server refused what the page needs.
@ParentLayout(Frame.class)
public class RefusedPage extends MessagePage implements HasErrorParameter<Refusal> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
    var refusal = parameter.getException();
    switch (refusal.status()) {
      case 403 -> say("error.denied", Announcements.words(refusal));
      case 404 -> say("error.notFound", Announcements.words(refusal));
      case 401 -> say("error.expired", Announcements.words(refusal));
      default -> {
        if (refusal.status() >= 500) {
          sayBroken(refusal);
        } else {
          say("error.refused", Announcements.words(refusal));
        }
      }
    }
    return refusal.status();
  }

  /// A failure of the server has an id for its log; its cause is nobody else's business.
  private void sayBroken(Refusal refusal) {
    var id = refusal.problem().instance();
    var words = refusal.status() == 500 ? new Div() : Announcements.words(refusal);
    if (id != null) {
      words.add(new Paragraph(Texts.text("error.id", id)));
    }
    say("error.serverBroke", words);
  }
}
