package org.assay.console.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.ReasonDialog;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;

/// Who may read the dataset, for what and until when; asking, deciding, ending.
class GrantsPanel extends Panel {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient Runnable again;
  private final boolean isOwner;

  GrantsPanel(Server server, DatasetView dataset, boolean isOwner, Runnable again) {
    super(Texts.text("datasets.grants"));
    this.server = server;
    this.again = again;
    this.isOwner = isOwner;
    try {
      add(grants(server.datasets().grants(dataset.id())));
    } catch (Refusal refusal) {
      if (refusal.status() != 403) {
        throw refusal;
      }
      add(Announcements.words(refusal));
    }
    if (!isOwner) {
      var ask =
          new Button(
              Texts.text("datasets.ask"), click -> new GrantDialog(server, dataset, again).open());
      ask.setId("ask-grant");
      add(ask);
    }
  }

  private Grid<GrantView> grants(List<GrantView> grants) {
    var grid = Lists.table("grants", Texts.text("datasets.noGrants"), grants);
    grid.addColumn(GrantView::grantee).setHeader(Texts.text("datasets.grantee"));
    grid.addColumn(GrantView::purpose).setHeader(Texts.text("datasets.purpose"));
    grid.addColumn(GrantView::reason).setHeader(Texts.text("field.reason")).setFlexGrow(2);
    grid.addComponentColumn(GrantsPanel::state).setHeader(Texts.text("field.state"));
    grid.addColumn(grant -> Times.at(grant.endsAt())).setHeader(Texts.text("datasets.ends"));
    grid.addComponentColumn(this::buttons).setAutoWidth(true);
    return grid;
  }

  private static Span state(GrantView grant) {
    var badge =
        Badges.badge(
            Texts.text(grant.state()),
            switch (grant.state()) {
              case REQUESTED -> Badges.Tone.BUSY;
              case APPROVED -> Badges.Tone.GOOD;
              case REFUSED, REVOKED -> Badges.Tone.BAD;
              case EXPIRED -> Badges.Tone.CAUTION;
            });
    if (grant.decisionReason() != null) {
      badge.setTitle(grant.decisionReason());
    }
    return badge;
  }

  private Component buttons(GrantView grant) {
    var buttons = new Div();
    buttons.addClassName("grid-buttons");
    if (isOwner && grant.state() == GrantState.REQUESTED) {
      buttons.add(
          button("approve-grant", "datasets.approve", () -> decide(grant, true)),
          button("refuse-grant", "datasets.refuse", () -> decide(grant, false)));
    }
    var isMine = server.person().subject().equals(grant.grantee());
    if (grant.state() == GrantState.APPROVED && (isOwner || isMine)) {
      buttons.add(button("revoke-grant", "datasets.revoke", () -> askEnd(grant)));
    }
    return buttons;
  }

  private static Button button(String id, String key, Runnable act) {
    var button = new Button(Texts.text(key), click -> act.run());
    button.setId(id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void decide(GrantView grant, boolean isApproval) {
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

  private void askEnd(GrantView grant) {
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
