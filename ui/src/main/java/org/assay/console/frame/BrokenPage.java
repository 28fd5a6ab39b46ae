package org.assay.console.frame;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import java.util.UUID;
import org.assay.console.parts.Texts;
import org.jboss.logging.Logger;

/// Something broke in the console; the log has the cause under the id.
@ParentLayout(Frame.class)
public class BrokenPage extends MessagePage implements HasErrorParameter<Exception> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var id = UUID.randomUUID().toString();
    Logger.getLogger(BrokenPage.class).error("Failure " + id, parameter.getException());
    say("error.brokenPage", new Paragraph(Texts.text("error.id", id)));
    return 500;
  }
}
