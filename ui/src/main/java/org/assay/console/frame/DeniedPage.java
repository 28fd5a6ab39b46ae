package org.assay.console.frame;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// A page that the person has no role for: which it needs, and which they have.
@ParentLayout(Frame.class)
public class DeniedPage extends MessagePage implements HasErrorParameter<AccessDeniedException> {
  private static final long serialVersionUID = 1L;
  private final transient Server server;

  @Inject
  public DeniedPage(Server server) {
    this.server = server;
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    var needed = parameter.hasCustomMessage() ? parameter.getCustomMessage() : "";
    var own = server.person().roles().stream().filter(Roles.KNOWN::contains).toList();
    say(
        "error.denied",
        new Paragraph(
            Texts.text(
                "error.denied.roles", named(Arrays.asList(needed.split(",", -1))), named(own))));
    return 403;
  }

  private static String named(Collection<String> roles) {
    var names =
        roles.stream()
            .filter(Roles.KNOWN::contains)
            .sorted()
            .map(role -> Texts.text("role." + role))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "–" : names;
  }
}
