package org.assay.console.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// What waits for this person's decision, and every other open review with what stands in its way.
@Route(value = Paths.INBOX, layout = Frame.class)
public class InboxPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final String SHOW = "show";

  private final transient Server server;
  private final Tab mine = new Tab(Texts.text("inbox.mine"));
  private final Tab open = new Tab(Texts.text("inbox.open"));
  private final Tabs tabs = new Tabs(mine, open);
  private final Div list = new Div();

  @Inject
  public InboxPage(Server server) {
    this.server = server;
    addClassName("page");
    mine.setId("inbox-mine");
    open.setId("inbox-open");
    tabs.addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            show(tabs.getSelectedTab() == mine ? "mine" : "open");
          }
        });
    list.addClassName("fill");
    add(tabs, list);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var showOpen = event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("mine");
    var isOpen = "open".equals(showOpen);
    tabs.setSelectedTab(isOpen ? open : mine);
    list.removeAll();
    list.add(isOpen ? openReviews() : myReviews());
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.inbox");
  }

  private void show(String what) {
    getUI().ifPresent(ui -> ui.navigate(Paths.INBOX, QueryParameters.of(SHOW, what)));
  }

  private Grid<ReviewView> myReviews() {
    var grid = reviews("inbox-grid", Texts.text("inbox.empty"));
    grid.setItems(Lists.lazy((page, size) -> server.reviews().list(null, true, page, size)));
    return grid;
  }

  private Grid<ReviewView> openReviews() {
    var grid = reviews("open-reviews-grid", Texts.text("inbox.noneOpen"));
    grid.addComponentColumn(InboxPage::hindrance)
        .setHeader(Texts.text("inbox.blockedBecause"))
        .setFlexGrow(3);
    grid.setItems(
        Lists.lazy((page, size) -> server.reviews().list(ReviewState.OPEN, false, page, size)));
    return grid;
  }

  private static Grid<ReviewView> reviews(String id, String emptyText) {
    Grid<ReviewView> grid = Lists.grid(id, emptyText);
    grid.addClassName("clickable");
    grid.addComponentColumn(InboxPage::version)
        .setHeader(Texts.text("field.version"))
        .setFlexGrow(2);
    grid.addComponentColumn(review -> Badges.tier(review.riskTier()))
        .setHeader(Texts.text("field.tier"))
        .setAutoWidth(true);
    grid.addColumn(ReviewView::requester).setHeader(Texts.text("review.requester"));
    grid.addColumn(ReviewView::reason).setHeader(Texts.text("review.why")).setFlexGrow(3);
    grid.addComponentColumn(review -> Times.since(review.requestedAt()))
        .setHeader(Texts.text("inbox.waiting"))
        .setAutoWidth(true);
    grid.addComponentColumn(review -> Badges.verdict(review.gateVerdict()))
        .setHeader(Texts.text("field.gate"))
        .setAutoWidth(true);
    grid.addColumn(InboxPage::votes).setHeader(Texts.text("inbox.votes")).setAutoWidth(true);
    grid.addItemClickListener(
        click ->
            grid.getUI()
                .ifPresent(
                    ui ->
                        ui.navigate(
                            Paths.version(
                                click.getItem().model(), click.getItem().version(), "review"))));
    return grid;
  }

  private static Anchor version(ReviewView review) {
    var link =
        new Anchor(
            Paths.version(review.model(), review.version(), "review"),
            Texts.text("version.name", review.model(), Integer.toString(review.version())));
    link.setId("review-" + review.model() + "-" + review.version());
    return link;
  }

  private static String votes(ReviewView review) {
    return Texts.text("review.votes", review.decisions().size(), review.required());
  }

  private static Span hindrance(ReviewView review) {
    var why =
        review.blockedBecause() != null ? review.blockedBecause() : review.approvalBlockedBecause();
    var span = new Span(why == null ? Texts.text("inbox.yours") : why);
    span.addClassName("wrap");
    return span;
  }
}
