package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import org.assay.api.models.Stage;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Panel;
import org.assay.console.parts.ReleaseFacts;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Making the version live, how to call it, and stopping it.
class ReleaseTab extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 200;
  private final transient VersionContext context;
  private @Nullable TrafficPanel traffic;

  ReleaseTab(VersionContext context) {
    this.context = context;
    var releases = releases();
    var isLive = releases.stream().anyMatch(r -> r.state() == ReleaseState.LIVE);
    for (var release : releases) {
      add(release(release));
      if (release.state() == ReleaseState.LIVE || release.state() == ReleaseState.SUSPENDED) {
        traffic = new TrafficPanel(context.server(), release.id());
        add(traffic);
      }
    }
    if (isLive) {
      add(examples());
    } else if (context.version().stage() == Stage.APPROVED && context.person().is("admin")) {
      add(new Panel(Texts.text("release.new"), new ReleaseForm(context)));
    } else if (releases.isEmpty()) {
      add(Notice.empty(Texts.text(why())));
    }
  }

  /// Draws the traffic anew.
  void look() {
    if (traffic != null) {
      traffic.look();
    }
  }

  private List<ReleaseView> releases() {
    return context.server().releases().list(null, context.name(), 0, MOST).items().stream()
        .filter(release -> release.version() == context.number())
        .toList();
  }

  private String why() {
    return context.version().stage() == Stage.APPROVED ? "release.onlyAdmin" : "release.notYet";
  }

  private Component release(ReleaseView release) {
    return new Panel(
        Texts.text("release.title", Texts.text(release.state())),
        new ReleaseFacts(context.server(), release, context.reload()));
  }

  private Component examples() {
    var body =
        Server.ifThere(
                () -> context.server().assessments().intake(context.name(), context.number()))
            .map(Examples::body)
            .orElse("{\"inputs\": []}");
    var url = context.server().servingUrl();
    var curl = new Pre(Examples.curl(url, context.name(), body));
    curl.setId("example-curl");
    var python = new Pre(Examples.python(url, context.server().realmUrl(), context.name(), body));
    python.setId("example-python");
    var token = new Pre(Examples.token(context.server().realmUrl()));
    token.setId("example-token");
    return new Panel(
        Texts.text("release.call"),
        new H4(Texts.text("release.call.token")),
        new Paragraph(Texts.text("release.call.token.text")),
        token,
        new H4("curl"),
        curl,
        new H4("Python"),
        python);
  }
}
