package org.assay.console.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.List;
import org.assay.api.monitoring.PartState;
import org.assay.api.monitoring.PartView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.ForRoles;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.parts.Watch;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;

/// Whether the parts of Assay answer, looked at again every ten seconds.
@Route(value = Paths.PARTS, layout = Frame.class)
@ForRoles({"admin", "auditor"})
public class PartsPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final Duration PACE = Duration.ofSeconds(10);

  private final transient Server server;
  private final Div verdict = new Div();
  private final Grid<PartView> grid =
      Lists.table("parts", Texts.text("partsPage.empty"), List.of());

  @Inject
  public PartsPage(Server server) {
    this.server = server;
    addClassName("page");
    verdict.setId("parts-verdict");
    verdict.getElement().setAttribute("aria-live", "polite");
    columns();
    add(verdict, grid);
    Watch.every(PACE, this, this::look);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(server.monitoring().parts());
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.parts");
  }

  private void look() {
    try {
      show(server.monitoring().parts());
    } catch (Refusal | ProcessingException away) {
      say(Badges.Tone.BAD, Texts.text("error.away.text"));
    }
  }

  private void show(List<PartView> parts) {
    grid.setItems(parts);
    var troubled = parts.stream().filter(part -> part.state() != PartState.UP).toList();
    var isDown = troubled.stream().anyMatch(part -> part.state() == PartState.DOWN);
    if (troubled.isEmpty()) {
      say(Badges.Tone.GOOD, Texts.text("partsPage.allUp", parts.size()));
    } else {
      say(
          isDown ? Badges.Tone.BAD : Badges.Tone.CAUTION,
          Texts.text("partsPage.troubled", troubled.size(), parts.size()));
    }
  }

  private void say(Badges.Tone tone, String sentence) {
    verdict.removeAll();
    verdict.add(new Notice(tone, sentence));
  }

  private void columns() {
    grid.addColumn(part -> name(part.name()))
        .setHeader(Texts.text("partsPage.part"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(part -> Badges.badge(Texts.text(part.state()), tone(part.state())))
        .setHeader(Texts.text("field.state"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(PartsPage::detail)
        .setHeader(Texts.text("partsPage.detail"))
        .setFlexGrow(4);
    grid.addColumn(part -> part.version() == null ? "–" : part.version())
        .setHeader(Texts.text("field.version"))
        .setAutoWidth(true);
    grid.addComponentColumn(part -> Times.since(part.checkedAt()))
        .setHeader(Texts.text("partsPage.checked"))
        .setAutoWidth(true);
  }

  private static Component detail(PartView part) {
    var detail = new Span(part.detail());
    detail.addClassName("wrap");
    return detail;
  }

  private static String name(String name) {
    return switch (name) {
      case "server", "database", "files", "jobs", "keycloak", "serving", "signing-key" ->
          Texts.text("part." + name);
      default -> name;
    };
  }

  private static Badges.Tone tone(PartState state) {
    return switch (state) {
      case UP -> Badges.Tone.GOOD;
      case DEGRADED -> Badges.Tone.CAUTION;
      case DOWN -> Badges.Tone.BAD;
    };
  }
}
