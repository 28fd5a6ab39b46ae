package org.assay.console.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assay.api.overview.Overview.Released;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Person;

/// What is live or suspended, the first to end at the top, with what it rests on.
class LiveModels extends Div {
  private static final long serialVersionUID = 1L;
  private static final Duration SOON = Duration.ofDays(30);

  private final transient Person person;
  private transient List<Released> shown = List.of();

  LiveModels(Person person) {
    this.person = person;
    setId("live-models");
  }

  /// Changes nothing where nothing changed, so that the reader keeps their place.
  void show(List<Released> releases) {
    if (getComponentCount() > 0 && releases.equals(shown)) {
      return;
    }
    shown = releases;
    removeAll();
    add(releases.isEmpty() ? Notice.empty(nothing()) : grid(releases));
  }

  private String nothing() {
    if (person.is("owner")) {
      return Texts.text("dashboard.live.empty.owner");
    }
    return person.is("admin")
        ? Texts.text("dashboard.live.empty.admin")
        : Texts.text("dashboard.live.empty");
  }

  private static Grid<Released> grid(List<Released> releases) {
    var grid = Lists.table("live", Texts.text("dashboard.live.empty"), releases);
    grid.addComponentColumn(LiveModels::name)
        .setHeader(Texts.text("field.version"))
        .setFlexGrow(2)
        .setAutoWidth(true);
    grid.addComponentColumn(release -> Badges.stage(release.stage()))
        .setHeader(Texts.text("field.stage"))
        .setAutoWidth(true);
    grid.addComponentColumn(release -> Badges.tier(release.riskTier()))
        .setHeader(Texts.text("field.tier"))
        .setAutoWidth(true);
    grid.addColumn(Released::owner).setHeader(Texts.text("field.owner")).setAutoWidth(true);
    grid.addColumn(Released::approvals)
        .setHeader(Texts.text("dashboard.approvals"))
        .setAutoWidth(true);
    grid.addComponentColumn(LiveModels::audited)
        .setHeader(Texts.text("dashboard.audited"))
        .setAutoWidth(true);
    grid.addComponentColumn(LiveModels::ends)
        .setHeader(Texts.text("release.expires"))
        .setAutoWidth(true);
    return grid;
  }

  private static Component name(Released release) {
    var number = Integer.toString(release.version());
    return new Anchor(
        Paths.version(release.model(), release.version(), "release"),
        Texts.text("version.name", release.model(), number));
  }

  private static Component audited(Released release) {
    var at = release.auditedAt();
    return at == null
        ? Badges.badge(Texts.text("dashboard.neverAudited"), Badges.Tone.CAUTION)
        : Times.since(at);
  }

  private static Component ends(Released release) {
    var left = Duration.between(Instant.now(), release.expiresAt());
    if (left.isNegative()) {
      return Badges.badge(Texts.text("dashboard.ended"), Badges.Tone.BAD);
    }
    var words =
        left.toDays() < 1
            ? Texts.text("time.inHours", left.toHours())
            : Texts.text("time.inDays", left.toDays());
    var span =
        left.compareTo(SOON) < 0 ? Badges.badge(words, Badges.Tone.CAUTION) : new Span(words);
    span.setTitle(Times.at(release.expiresAt()));
    return span;
  }
}
