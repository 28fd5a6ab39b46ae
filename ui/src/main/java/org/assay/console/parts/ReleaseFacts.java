package org.assay.console.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.releases.Revocation;
import org.assay.console.server.Server;

/// What a release says, and the button that stops it.
public class ReleaseFacts extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient ReleaseView release;
  private final transient Runnable afterwards;

  /// @param afterwards run once the release was stopped
  public ReleaseFacts(Server server, ReleaseView release, Runnable afterwards) {
    this.server = server;
    this.release = release;
    this.afterwards = afterwards;
    add(facts());
    if (release.state() == ReleaseState.LIVE && server.person().is("admin")) {
      add(stopButton());
    }
  }

  /// The colour of a release's state.
  public static Badges.Tone tone(ReleaseState state) {
    return switch (state) {
      case LIVE -> Badges.Tone.GOOD;
      case SUSPENDED, EXPIRED -> Badges.Tone.CAUTION;
      case REVOKED -> Badges.Tone.BAD;
    };
  }

  private Facts facts() {
    var rate = release.ratePerMinute();
    var state = Badges.badge(Texts.text(release.state()), tone(release.state()));
    state.setId("release-state");
    var facts =
        new Facts()
            .fact("field.state", state)
            .fact("release.by", release.releasedBy())
            .fact("release.at", Times.at(release.releasedAt()))
            .fact("release.expires", Times.at(release.expiresAt()))
            .fact("release.consumers", said(release.consumers(), "release.everyone"))
            .fact("release.purposes", said(release.purposes(), "release.anyPurpose"))
            .fact("release.rate", rate == null ? Texts.text("release.noRate") : rate.toString())
            .fact("field.digest", new Digest(release.digest()))
            .fact("release.key", new Digest(release.keyId()))
            .fact("release.epoch", Long.toString(release.epoch()));
    if (release.revokedBy() != null) {
      facts
          .fact("release.stoppedBy", release.revokedBy())
          .fact("release.stoppedAt", Times.atOrDash(release.revokedAt()))
          .fact("field.reason", release.revocationReason());
    }
    return facts;
  }

  private static String said(List<String> some, String noneKey) {
    return some.isEmpty() ? Texts.text(noneKey) : String.join(", ", some);
  }

  private Button stopButton() {
    var stop = new Button(Texts.text("release.stop"), click -> askStop());
    stop.setId("stop");
    stop.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    return stop;
  }

  private void askStop() {
    var consequence =
        Texts.text("release.stop.text", release.model(), Integer.toString(release.version()));
    new ReasonDialog("stop", Texts.text("release.stop"), consequence, this::stop)
        .destructive()
        .open();
  }

  private void stop(String reason) {
    server.releases().revoke(release.id(), new Revocation(reason));
    Announcements.done(Texts.text("release.stopped"));
    afterwards.run();
  }
}
