package org.assay.console.version;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assay.api.models.Stage;
import org.assay.console.parts.Texts;

/// The line from draft to release, with the place where the version stands.
class StageLine extends OrderedList {
  private static final long serialVersionUID = 1L;
  private static final List<Stage> LINE =
      List.of(Stage.DRAFT, Stage.SUBMITTED, Stage.IN_REVIEW, Stage.APPROVED, Stage.RELEASED);

  /// Where a station of the line lies as seen from the version.
  enum Place {
    DONE,
    CURRENT,
    HALTED,
    AHEAD
  }

  /// @param stage what the station says; at the version's own place its own stage
  record Station(Stage stage, Place place) {}

  StageLine(Stage stage) {
    addClassName("stage-line");
    setId("version-stage");
    getElement().setAttribute("data-stage", stage.name());
    for (var station : stations(stage)) {
      var item = new ListItem(Texts.text(station.stage()));
      item.addClassName(station.place().name().toLowerCase(Locale.ROOT));
      if (station.place() == Place.CURRENT || station.place() == Place.HALTED) {
        item.getElement().setAttribute("aria-current", "step");
      }
      add(item);
    }
  }

  static List<Station> stations(Stage stage) {
    var at = station(stage);
    return IntStream.range(0, LINE.size())
        .mapToObj(i -> i == at ? here(stage) : away(i, at))
        .toList();
  }

  private static Station here(Stage stage) {
    return new Station(stage, LINE.contains(stage) ? Place.CURRENT : Place.HALTED);
  }

  private static Station away(int i, int at) {
    return new Station(LINE.get(i), i < at ? Place.DONE : Place.AHEAD);
  }

  /// The station at which a version left the line.
  private static int station(Stage stage) {
    return switch (stage) {
      case DRAFT, WITHDRAWN -> 0;
      case SUBMITTED -> 1;
      case IN_REVIEW, CHANGES_REQUESTED, REJECTED -> 2;
      case APPROVED, STALE -> 3;
      case RELEASED, SUSPENDED, EXPIRED, REVOKED, RETIRED -> 4;
    };
  }
}
