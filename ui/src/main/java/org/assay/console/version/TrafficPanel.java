package org.assay.console.version;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assay.api.monitoring.Traffic;
import org.assay.console.figures.FigureTable;
import org.assay.console.figures.TimeChart;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// What a release answered in the last hour, minute by minute.
class TrafficPanel extends Panel {
  private static final long serialVersionUID = 1L;
  private static final int MINUTES = 60;

  private final transient Server server;
  private final UUID release;
  private final Div body = new Div();

  TrafficPanel(Server server, UUID release) {
    super(Texts.text("traffic.title"));
    this.server = server;
    this.release = release;
    setId("traffic");
    add(body);
    look();
  }

  /// Asks again and draws.
  final void look() {
    var traffic = Server.ifThere(() -> server.monitoring().trafficOf(release, MINUTES));
    body.removeAll();
    if (traffic.isEmpty() || traffic.get().points().isEmpty()) {
      body.add(Notice.empty(Texts.text("traffic.none")));
      return;
    }
    draw(traffic.get());
  }

  private void draw(Traffic traffic) {
    var end = Instant.now();
    var start = end.minus(Duration.ofMinutes(MINUTES));
    List<TimeChart.Point> requests = new ArrayList<>();
    List<TimeChart.Point> slowest = new ArrayList<>();
    for (var point : traffic.points()) {
      var share =
          Math.clamp(Duration.between(start, point.at()).toSeconds() / (60.0 * MINUTES), 0.0, 1.0);
      var label = time(point.at());
      var bad = point.refused() + point.failed();
      requests.add(new TimeChart.Point(share, label, (double) point.answered() + bad, bad));
      slowest.add(new TimeChart.Point(share, label, point.p99Millis(), 0));
    }
    var charts =
        new Div(
            chart(
                "traffic.requests",
                TimeChart.bars(text("traffic.requests"), time(start), time(end), requests)),
            chart(
                "traffic.p99",
                TimeChart.line(text("traffic.p99"), time(start), time(end), slowest)));
    charts.addClassName("columns");
    body.add(charts, table(traffic));
  }

  private static Div chart(String key, String svg) {
    return new Div(new H4(text(key)), new Svg(svg));
  }

  private static String text(String key) {
    return Texts.text(key);
  }

  private static FigureTable table(Traffic traffic) {
    var head =
        List.of(
            Texts.text("field.at"),
            Texts.text("traffic.answered"),
            Texts.text("traffic.refused"),
            Texts.text("traffic.failed"),
            Texts.text("traffic.p50"),
            Texts.text("traffic.p99"));
    return new FigureTable(
        Texts.text("figure.table"),
        Texts.text("traffic.title"),
        head,
        traffic.points().reversed().stream().map(TrafficPanel::row).toList());
  }

  private static List<String> row(Traffic.Point point) {
    return List.of(
        time(point.at()),
        Long.toString(point.answered()),
        Long.toString(point.refused()),
        Long.toString(point.failed()),
        point.p50Millis() == null ? "–" : Numbers.figure(point.p50Millis()),
        point.p99Millis() == null ? "–" : Numbers.figure(point.p99Millis()));
  }

  private static String time(Instant at) {
    var ui = UI.getCurrent();
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(ui.getLocale())
        .format(at.atZone(Times.zone(ui)));
  }
}
