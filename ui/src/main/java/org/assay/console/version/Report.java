package org.assay.console.version;

import com.vaadin.flow.component.Component;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Notice;
import org.assay.console.server.Refusal;

/// Shows a report, or, while there is none, the server's sentence what it waits for.
final class Report {
  private Report() {}

  static <T> Component show(Supplier<T> call, Function<T, Component> view) {
    T report;
    try {
      report = call.get();
    } catch (Refusal refusal) {
      if (refusal.status() != 404 && refusal.status() != 403) {
        throw refusal;
      }
      var notice = new Notice(Badges.Tone.NEUTRAL, "");
      notice.removeAll();
      notice.add(Announcements.words(refusal));
      notice.setId("report-missing");
      return notice;
    }
    return view.apply(report);
  }
}
