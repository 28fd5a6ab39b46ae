package org.assay.console.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.console.parts.Paths;
import org.assay.console.server.Server;

/// Leads each person to where their work is.
@Route(value = "", layout = Frame.class)
public class HomePage extends Div implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private final transient Server server;

  @Inject
  public HomePage(Server server) {
    this.server = server;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var person = server.person();
    if (person.is("reviewer")) {
      event.forwardTo(Paths.INBOX);
    } else if (person.is("auditor")) {
      event.forwardTo(Paths.AUDIT);
    } else {
      event.forwardTo(Paths.MODELS);
    }
  }
}
