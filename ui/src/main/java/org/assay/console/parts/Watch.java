package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Lets a page look at the server again every few seconds while it is shown. A look must change
/// what is there, not build it anew, or the reader loses their place.
public final class Watch {
  private final List<Duration> paces = new ArrayList<>();

  private Watch() {}

  /// Runs `look` so often from when the component is shown until it is gone.
  public static void every(Duration pace, Component component, Runnable look) {
    component.addAttachListener(
        attached -> {
          var ui = attached.getUI();
          var watch = of(ui);
          watch.paces.add(pace);
          watch.set(ui);
          var polling = ui.addPollListener(poll -> look.run());
          component.addDetachListener(gone -> watch.end(gone, ui, pace, polling));
        });
  }

  private void end(DetachEvent gone, UI ui, Duration pace, Registration polling) {
    gone.unregisterListener();
    polling.remove();
    paces.remove(pace);
    set(ui);
  }

  private void set(UI ui) {
    var least = paces.stream().mapToLong(Duration::toMillis).min().orElse(-1);
    ui.setPollInterval(Math.toIntExact(least));
  }

  private static Watch of(UI ui) {
    var known = ComponentUtil.getData(ui, Watch.class);
    if (known != null) {
      return known;
    }
    var made = new Watch();
    ComponentUtil.setData(ui, Watch.class, made);
    return made;
  }
}
