package org.assay.console.version;

import java.util.List;
import java.util.regex.Pattern;
import org.assay.api.assessments.BiasAuditView.Group;
import org.assay.console.figures.HeatMap;
import org.assay.console.parts.Texts;

/// The groups of several attributes at once, as a heat map of their selection rates.
final class Intersections {
  private static final String TIMES = " x ";

  private Intersections() {}

  static boolean are(String attribute) {
    return attribute.contains(TIMES);
  }

  /// The first attribute downwards, the others together across.
  static String draw(String title, String attribute, List<Group> groups) {
    var traits = halves(attribute);
    return HeatMap.draw(
        title,
        traits.getFirst(),
        traits.getLast(),
        groups.stream().map(Intersections::cell).toList());
  }

  private static HeatMap.Cell cell(Group group) {
    var names = halves(group.value());
    var rate = group.rates().get("selection_rate");
    if (rate == null || rate.value() == null) {
      var state = rate == null ? "undefined" : rate.state();
      return new HeatMap.Cell(
          names.getFirst(), names.getLast(), null, Texts.text("measure." + state));
    }
    var note = Texts.text("bias.rowsOf", group.n());
    return new HeatMap.Cell(names.getFirst(), names.getLast(), rate.value(), note);
  }

  /// Before and after the first sign; a name without one stands alone.
  static List<String> halves(String name) {
    var parts = name.split(Pattern.quote(TIMES), 2);
    return parts.length == 2 ? List.of(parts[0], parts[1]) : List.of(name, "");
  }
}
