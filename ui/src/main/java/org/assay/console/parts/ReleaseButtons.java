package org.assay.console.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.releases.Resumption;
import org.assay.api.releases.Revocation;
import org.assay.api.releases.Suspension;
import org.assay.console.server.Server;

/// What an administrator can do to a release: stop it for now, let it go on, stop it for good; each
/// with a reason that goes on the record.
public class ReleaseButtons extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient ReleaseView release;
  private final transient Runnable afterwards;
  private final String suffix;

  /// @param isInList whether it stands in a row of a list: small, with ids of its own
  public ReleaseButtons(Server server, ReleaseView release, boolean isInList, Runnable afterwards) {
    this.server = server;
    this.release = release;
    this.afterwards = afterwards;
    suffix = isInList ? "-" + release.model() + "-" + release.version() : "";
    addClassName(isInList ? "grid-buttons" : "buttons");
    switch (release.state()) {
      case LIVE -> add(button("suspend", "release.suspend", this::askSuspend));
      case SUSPENDED -> add(button("resume", "release.resume", this::askResume));
      case EXPIRED, REVOKED -> {}
    }
    if (release.state() == ReleaseState.LIVE || release.state() == ReleaseState.SUSPENDED) {
      var stop = button("stop", "release.stop", this::askStop);
      stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
      add(stop);
    }
    if (isInList) {
      getChildren()
          .map(Button.class::cast)
          .forEach(b -> b.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY));
    }
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(Texts.text(key), click -> act.run());
    button.setId(id + suffix);
    button.setAriaLabel(Texts.text(key) + ": " + release.model() + " " + release.version());
    return button;
  }

  private void askSuspend() {
    new ReasonDialog(
            "suspend", Texts.text("release.suspend"), about("release.suspend.text"), this::suspend)
        .open();
  }

  private void askResume() {
    new ReasonDialog(
            "resume", Texts.text("release.resume"), about("release.resume.text"), this::resume)
        .open();
  }

  private void askStop() {
    new ReasonDialog("stop", Texts.text("release.stop"), about("release.stop.text"), this::stop)
        .destructive()
        .open();
  }

  private String about(String key) {
    return Texts.text(key, release.model(), Integer.toString(release.version()));
  }

  private void suspend(String reason) {
    server.releases().suspend(release.id(), new Suspension(reason));
    tell("release.suspended");
  }

  private void resume(String reason) {
    server.releases().resume(release.id(), new Resumption(reason));
    tell("release.resumed");
  }

  private void stop(String reason) {
    server.releases().revoke(release.id(), new Revocation(reason));
    tell("release.stopped");
  }

  private void tell(String key) {
    Announcements.done(Texts.text(key));
    afterwards.run();
  }
}
