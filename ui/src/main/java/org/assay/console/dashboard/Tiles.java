package org.assay.console.dashboard;

import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.assay.api.overview.Overview;
import org.assay.console.dashboard.Tile.Kind;
import org.assay.console.parts.Badges.Tone;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Person;

/// The numbers that concern a person: what waits for them first.
class Tiles extends UnorderedList {
  private static final long serialVersionUID = 1L;

  private final List<Tile> tiles;

  Tiles(Person person) {
    setId("tiles");
    addClassName("tiles");
    getElement().setAttribute("aria-label", Texts.text("dashboard.tiles"));
    tiles = kinds(person).stream().map(Tile::new).toList();
    tiles.forEach(this::add);
  }

  void show(Overview overview) {
    tiles.forEach(tile -> tile.show(overview));
  }

  static List<Kind> kinds(Person person) {
    List<Kind> kinds = new ArrayList<>();
    if (person.is("reviewer")) {
      kinds.add(new Kind("toDecide", Paths.INBOX, Tone.BUSY, Overview::toDecide));
    }
    if (person.is("owner")) {
      kinds.add(new Kind("grantsToDecide", Paths.GRANTS, Tone.BUSY, Overview::grantsToDecide));
    }
    var isInside = person.isAny("owner", "reviewer", "admin", "auditor");
    if (isInside) {
      kinds.add(new Kind("overdue", Paths.INBOX + "?show=open", Tone.BAD, Overview::overdue));
      kinds.add(
          new Kind("openReviews", Paths.INBOX + "?show=open", Tone.NEUTRAL, Overview::openReviews));
    }
    kinds.add(new Kind("live", Paths.RELEASES + "?state=LIVE", Tone.GOOD, Overview::live));
    kinds.add(
        new Kind(
            "expiringSoon", Paths.RELEASES + "?state=LIVE", Tone.CAUTION, Overview::expiringSoon));
    kinds.add(
        new Kind(
            "suspended", Paths.RELEASES + "?state=SUSPENDED", Tone.CAUTION, Overview::suspended));
    kinds.add(
        new Kind("gateBlocked", Paths.VERSIONS + "?gate=blocked", Tone.BAD, Overview::gateBlocked));
    kinds.add(
        new Kind(
            "withFindings",
            Paths.VERSIONS + "?findings=true",
            Tone.CAUTION,
            Overview::withFindings));
    if (isInside) {
      kinds.add(
          new Kind("jobsRunning", Paths.JOBS + "?state=RUNNING", Tone.BUSY, Overview::jobsRunning));
      kinds.add(
          new Kind("jobsFailed", Paths.JOBS + "?state=FAILED", Tone.BAD, Overview::jobsFailed));
    }
    return List.copyOf(kinds);
  }
}
