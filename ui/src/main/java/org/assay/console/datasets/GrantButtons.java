package org.assay.console.datasets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.ReasonDialog;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// What the reader may do to a grant: decide as the dataset's owner, end it as the owner or the
/// grantee.
class GrantButtons extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient GrantView grant;
  private final transient Runnable again;

  GrantButtons(Server server, GrantView grant, boolean isOwner, Runnable again) {
    this.server = server;
    this.grant = grant;
    this.again = again;
    addClassName("grid-buttons");
    if (isOwner && grant.state() == GrantState.REQUESTED) {
      add(
          button("approve-grant", "datasets.approve", () -> decide(true)),
          button("refuse-grant", "datasets.refuse", () -> decide(false)));
    }
    var isMine = server.person().subject().equals(grant.grantee());
    if (grant.state() == GrantState.APPROVED && (isOwner || isMine)) {
      add(button("revoke-grant", "datasets.revoke", this::askEnd));
    }
  }

  private Button button(String id, String key, Runnable act) {
    var button = new Button(Texts.text(key), click -> act.run());
    button.setId(id);
    button.setAriaLabel(Texts.text(key) + ": " + grant.grantee() + ", " + grant.dataset());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void decide(boolean isApproval) {
    new ReasonDialog(
            "grant",
            Texts.text(isApproval ? "datasets.approve" : "datasets.refuse"),
            Texts.text("datasets.decision.text", grant.grantee(), grant.purpose(), grant.reason()),
            reason -> {
              server.datasets().decideGrant(grant.id(), new GrantDecision(isApproval, reason));
              Announcements.done(Texts.text("datasets.decided"));
              again.run();
            })
        .open();
  }

  private void askEnd() {
    new Confirmation(
            "revoke-grant",
            Texts.text("datasets.revoke"),
            Texts.text("datasets.revoke.text", grant.grantee(), grant.purpose()),
            () -> {
              server.datasets().revokeGrant(grant.id());
              Announcements.done(Texts.text("datasets.revoked"));
              again.run();
            })
        .destructive()
        .open();
  }
}
