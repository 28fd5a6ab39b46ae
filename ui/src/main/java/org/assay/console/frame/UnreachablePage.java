package org.assay.console.frame;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.ws.rs.ProcessingException;
import org.jboss.logging.Logger;

/// The server is not there.
@ParentLayout(Frame.class)
public class UnreachablePage extends MessagePage implements HasErrorParameter<ProcessingException> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<ProcessingException> parameter) {
    Logger.getLogger(UnreachablePage.class)
        .warnf("The server was not reached: %s", parameter.getException().getMessage());
    say("error.away");
    return 503;
  }
}
