package org.assay.console.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.reviews.ReviewView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Due;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.RowOpening;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// A list of reviews that is kept fresh: [#look()] draws again what has changed, and nothing else,
/// so that neither the place nor the focus is lost.
class ReviewQueue extends Div {
  private static final long serialVersionUID = 1L;
  private static final int WATCHED = 50;

  private final transient Server server;
  private final transient Lists.Source<ReviewView> source;
  private final transient CallbackDataProvider<ReviewView, Void> provider;
  private final Grid<ReviewView> grid;
  private final Span news = new Span();
  private transient @Nullable Page<ReviewView> seen;

  ReviewQueue(Server server, String id, String emptyText, Lists.Source<ReviewView> source) {
    this.server = server;
    this.source = source;
    addClassName("fill");
    grid = Lists.grid(id, emptyText);
    grid.addClassName("two-lines");
    columns();
    var lazy = Lists.lazy(source);
    provider = new CallbackDataProvider<>(lazy::fetch, lazy::size, ReviewView::id);
    grid.setItems(provider);
    RowOpening.on(grid, this::open);
    news.setId("inbox-news");
    news.addClassName("muted");
    news.getElement().setAttribute("role", "status");
    add(grid, news);
  }

  /// Asks the server again. Rows that changed are drawn anew; the whole list only when reviews came
  /// or went.
  void look() {
    var now = source.page(0, WATCHED);
    var before = seen;
    seen = now;
    if (before == null || before.equals(now)) {
      return;
    }
    if (ids(before).equals(ids(now)) && before.total() == now.total()) {
      now.items().stream()
          .filter(review -> !before.items().contains(review))
          .forEach(provider::refreshItem);
    } else {
      provider.refreshAll();
    }
    news.setText(Texts.text("inbox.changed", Times.at(Instant.now())));
  }

  /// Remembers what is shown now, so that the first [#look()] can tell a difference.
  void remember() {
    seen = source.page(0, WATCHED);
  }

  private static List<UUID> ids(Page<ReviewView> page) {
    return page.items().stream().map(ReviewView::id).toList();
  }

  private void columns() {
    grid.addComponentColumn(ReviewQueue::version)
        .setHeader(Texts.text("field.version"))
        .setFlexGrow(3);
    grid.addComponentColumn(ReviewQueue::due)
        .setHeader(Texts.text("inbox.due"))
        .setWidth("8rem")
        .setFlexGrow(0);
    grid.addComponentColumn(ReviewQueue::place)
        .setHeader(Texts.text("inbox.place"))
        .setWidth("9.5rem")
        .setFlexGrow(0);
    grid.addComponentColumn(this::hindrance)
        .setHeader(Texts.text("inbox.blockedBecause"))
        .setFlexGrow(4);
    grid.addComponentColumn(this::claim)
        .setHeader(Texts.text("inbox.claimedBy"))
        .setWidth("8.5rem")
        .setFlexGrow(0);
  }

  private static Component version(ReviewView review) {
    var link =
        new Anchor(
            Paths.version(review.model(), review.version(), "review"),
            Texts.text("version.name", review.model(), Integer.toString(review.version())));
    link.setId("review-" + review.model() + "-" + review.version());
    var why = new Span(review.requester() + ": " + review.reason());
    why.addClassNames("muted", "one-line");
    why.setTitle(review.reason());
    return lines(link, why);
  }

  private static Component due(ReviewView review) {
    var since = Times.since(review.requestedAt());
    since.addClassName("muted");
    return lines(Due.task(review.dueAt()), since);
  }

  private static Component place(ReviewView review) {
    var stage =
        new Span(
            Texts.text(
                "inbox.votesOf", Texts.text(review.state()), review.votes(), review.required()));
    stage.addClassName("muted");
    var badges =
        new Span(
            Badges.tier(review.riskTier()), new Span(" "), Badges.verdict(review.gateVerdict()));
    badges.addClassName("badges");
    return lines(badges, stage);
  }

  private Component hindrance(ReviewView review) {
    var why =
        review.blockedBecause() != null ? review.blockedBecause() : review.approvalBlockedBecause();
    var span = new Span(why == null ? Texts.text("inbox.yours") : why);
    span.addClassName("two-line");
    span.setTitle(span.getText());
    if (why == null) {
      span.addClassName("muted");
    }
    return span;
  }

  private Component claim(ReviewView review) {
    var holder = review.claimedBy();
    var who = new Span(holder == null ? Texts.text("claim.nobody") : holder);
    who.addClassName(holder == null ? "muted" : "strong");
    if (review.claimedAt() != null) {
      who.setTitle(Times.at(review.claimedAt()));
    }
    var cell = new Div(who);
    cell.addClassName("claim");
    if (server.person().subject().equals(holder)) {
      cell.add(button("unclaim", "claim.giveBack", review));
    } else if (review.blockedBecause() == null) {
      cell.add(button("claim", holder == null ? "claim.take" : "claim.takeOver", review));
    }
    return cell;
  }

  private Button button(String act, String key, ReviewView review) {
    var button = new Button(Texts.text(key), click -> change(act, review));
    button.setId(act + "-" + review.model() + "-" + review.version());
    button.setAriaLabel(Texts.text(key) + ": " + review.model() + " " + review.version());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void change(String act, ReviewView review) {
    var now =
        "claim".equals(act)
            ? server.reviews().claim(review.id())
            : server.reviews().unclaim(review.id());
    provider.refreshItem(now);
    remember();
    Announcements.done(Texts.text("claim".equals(act) ? "claim.taken" : "claim.given"));
  }

  private void open(ReviewView review) {
    grid.getUI()
        .ifPresent(ui -> ui.navigate(Paths.version(review.model(), review.version(), "review")));
  }

  private static Div lines(Component first, Component second) {
    var lines = new Div(first, second);
    lines.addClassName("lines");
    return lines;
  }
}
