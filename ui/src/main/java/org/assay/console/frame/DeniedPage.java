package org.assay.console.frame;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;

/// A page that the person has no role for.
@ParentLayout(Frame.class)
public class DeniedPage extends MessagePage implements HasErrorParameter<AccessDeniedException> {
  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    say("error.denied");
    return 403;
  }
}
