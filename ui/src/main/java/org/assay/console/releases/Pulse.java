package org.assay.console.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.assay.api.monitoring.Traffic;
import org.assay.console.figures.Sparkline;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// The last hour's traffic of all releases, asked for once, as small lines.
final class Pulse {
  private static final int MINUTES = 60;
  private final Map<UUID, Traffic> byRelease;
  private final Instant start = Instant.now().minus(Duration.ofMinutes(MINUTES));

  private Pulse(Map<UUID, Traffic> byRelease) {
    this.byRelease = byRelease;
  }

  /// What serving counted; nothing where the server does not tell it.
  static Pulse ask(Server server) {
    try {
      return new Pulse(
          server.monitoring().traffic(MINUTES).stream()
              .collect(Collectors.toMap(Traffic::releaseId, t -> t, (first, more) -> first)));
    } catch (Refusal refusal) {
      if (refusal.status() == 404 || refusal.status() == 403) {
        return new Pulse(Map.of());
      }
      throw refusal;
    }
  }

  /// Requests a minute, and their sum.
  Component requests(UUID release) {
    return lines(
        release,
        "traffic.requests",
        point -> (double) point.answered() + point.refused() + point.failed(),
        values -> Texts.text("traffic.perHour", Math.round(values.sum())));
  }

  /// How long the slowest took, and the worst of it.
  Component slowest(UUID release) {
    return lines(
        release,
        "traffic.p99",
        Traffic.Point::p99Millis,
        values ->
            Texts.text(
                "traffic.worst", String.format(Locale.ROOT, "%.0f", values.max().orElse(0))));
  }

  private Component lines(
      UUID release,
      String key,
      Function<Traffic.Point, @Nullable Double> value,
      Function<DoubleStream, String> words) {
    var traffic = byRelease.get(release);
    if (traffic == null || traffic.points().isEmpty()) {
      var none = new Span("–");
      none.setTitle(Texts.text("traffic.none"));
      return none;
    }
    var said =
        words.apply(
            traffic.points().stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(v -> Objects.requireNonNull(v)));
    var number = new Span(said);
    number.addClassNames("muted", "number");
    var svg = new Svg(Sparkline.draw(Texts.text(key) + ": " + said, minutes(traffic, value)));
    svg.addClassName("sparkline");
    var lines = new Div(svg, number);
    lines.addClassName("lines");
    return lines;
  }

  private List<Double> minutes(Traffic traffic, Function<Traffic.Point, @Nullable Double> value) {
    var minutes = new ArrayList<Double>(Collections.nCopies(MINUTES, 0.0));
    for (var point : traffic.points()) {
      var minute = (int) Duration.between(start, point.at()).toMinutes();
      var figure = value.apply(point);
      if (minute >= 0 && minute < MINUTES && figure != null) {
        minutes.set(minute, figure);
      }
    }
    return minutes;
  }
}
