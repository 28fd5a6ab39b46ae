package org.assay.server.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.api.models.Stage;
import org.assay.server.web.Refusal;
import org.jspecify.annotations.Nullable;

/// Which versions a list shows, as conditions over `v` (assay.model_version) and `m` (assay.model).
///
/// @param where conditions joined by `and`; empty for all versions
/// @param parameters their values, in order
record VersionFilter(String where, List<Object> parameters) {
  private static final Pattern DIGEST = Pattern.compile("(?:sha256:)?([0-9a-f]{6,64})");
  private static final Pattern NAME_AND_NUMBER = Pattern.compile("(\\S.*?)\\s+v?(\\d{1,9})");

  VersionFilter {
    parameters = List.copyOf(parameters);
  }

  /// @param text a part of a name, the beginning of a digest, or a name and a number
  /// @param gate `open` or `blocked`
  static VersionFilter of(
      @Nullable String text,
      @Nullable Stage stage,
      @Nullable String owner,
      @Nullable String gate,
      boolean findings) {
    Conditions conditions = new Conditions();
    if (text != null && !text.isBlank()) {
      search(conditions, text.strip().toLowerCase(Locale.ROOT));
    }
    if (stage != null) {
      conditions.add("v.stage = ?", stage.name());
    }
    if (owner != null && !owner.isBlank()) {
      conditions.add("m.owner = ?", owner);
    }
    if (gate != null && !gate.isBlank()) {
      conditions.add(
          "(select g.verdict from assay.gate_result g where g.version_id = v.id"
              + " and g.phase = 'ASSESSMENT' order by g.at desc limit 1) = ?",
          verdict(gate));
    }
    if (findings) {
      conditions.add(
          "(select i.concerns from assay.intake_report i where i.version_id = v.id"
              + " order by i.at desc limit 1) > 0");
    }
    return new VersionFilter(String.join(" and ", conditions.all), conditions.parameters);
  }

  private static void search(Conditions conditions, String text) {
    List<String> ways = new ArrayList<>(List.of("position(? in m.name) > 0"));
    List<Object> parameters = new ArrayList<>(List.of(text));
    Matcher digest = DIGEST.matcher(text);
    if (digest.matches()) {
      ways.add("v.digest like ?");
      parameters.add(digest.group(1) + "%");
    }
    Matcher version = NAME_AND_NUMBER.matcher(text);
    if (version.matches()) {
      ways.add("(position(? in m.name) > 0 and v.number = ?)");
      parameters.add(version.group(1));
      parameters.add(Integer.parseInt(version.group(2)));
    }
    conditions.add("(" + String.join(" or ", ways) + ")", parameters.toArray());
  }

  private static String verdict(String gate) {
    return switch (gate.toLowerCase(Locale.ROOT)) {
      case "open" -> "OPEN";
      case "blocked" -> "BLOCKED";
      default ->
          throw new Refusal.Invalid("The gate is open or blocked, not " + gate + ".", "Name one.");
    };
  }

  private static final class Conditions {
    private final List<String> all = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    void add(String condition, Object... values) {
      all.add(condition);
      parameters.addAll(List.of(values));
    }
  }
}
