package org.assay.console.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.console.server.Server;

/// What a release says, and the buttons that stop it for now, let it go on, and stop it for good.
public class ReleaseFacts extends Div {
  private static final long serialVersionUID = 1L;

  private final transient ReleaseView release;

  /// @param afterwards run once the release was changed
  public ReleaseFacts(Server server, ReleaseView release, Runnable afterwards) {
    this.release = release;
    add(facts());
    if (server.person().is("admin")) {
      add(new ReleaseButtons(server, release, false, afterwards));
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
            .fact("release.expires", end())
            .fact("release.consumers", said(release.consumers(), "release.everyone"))
            .fact("release.purposes", said(release.purposes(), "release.anyPurpose"))
            .fact("release.rate", rate == null ? Texts.text("release.noRate") : rate.toString())
            .fact("field.digest", new Digest(release.digest()))
            .fact("release.key", new Digest(release.keyId()))
            .fact("release.epoch", Long.toString(release.epoch()));
    if (release.suspendedBy() != null) {
      facts
          .fact("release.suspendedBy", release.suspendedBy())
          .fact("release.suspendedAt", Times.atOrDash(release.suspendedAt()))
          .fact("field.reason", release.suspensionReason());
    }
    if (release.revokedBy() != null) {
      facts
          .fact("release.stoppedBy", release.revokedBy())
          .fact("release.stoppedAt", Times.atOrDash(release.revokedAt()))
          .fact("field.reason", release.revocationReason());
    }
    return facts;
  }

  private Span end() {
    var end = new Span(Times.at(release.expiresAt()) + " ");
    if (release.state() == ReleaseState.LIVE || release.state() == ReleaseState.SUSPENDED) {
      end.add(Due.end(release.expiresAt()));
    }
    return end;
  }

  private static String said(List<String> some, String noneKey) {
    return some.isEmpty() ? Texts.text(noneKey) : String.join(", ", some);
  }
}
