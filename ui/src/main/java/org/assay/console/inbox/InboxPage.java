package org.assay.console.inbox;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.api.reviews.ReviewState;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Choices;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// What waits for this person's decision, and the team's queue with what stands in its way. It
/// looks for news every few seconds.
@Route(value = Paths.INBOX, layout = Frame.class)
public class InboxPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final String SHOW = "show";
  private static final String STATE = "state";
  private static final int POLL_MILLIS = 3000;

  private final transient Server server;
  private final Tab mine = new Tab(Texts.text("inbox.mine"));
  private final Tab open = new Tab(Texts.text("inbox.open"));
  private final Tabs tabs = new Tabs(mine, open);
  private final Select<ReviewState> state =
      Choices.of("inbox-state", "inbox.anyState", ReviewState.class);
  private final Div bar = new Div(state);
  private final Div list = new Div();
  private @Nullable ReviewQueue queue;
  private @Nullable Registration polling;

  @Inject
  public InboxPage(Server server) {
    this.server = server;
    addClassName("page");
    mine.setId("inbox-mine");
    open.setId("inbox-open");
    tabs.addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            show(tabs.getSelectedTab() == open, ReviewState.OPEN);
          }
        });
    state.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            show(true, change.getValue());
          }
        });
    bar.addClassName("toolbar");
    list.addClassName("fill");
    add(tabs, bar, list);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    var isTeams = "open".equals(query.getSingleParameter(SHOW).orElse("mine"));
    var wanted = query.getSingleParameter(STATE).orElse(ReviewState.OPEN.name());
    state.setValue(Choices.read(ReviewState.class, wanted));
    tabs.setSelectedTab(isTeams ? open : mine);
    bar.setVisible(isTeams);
    var shown = isTeams ? teams(state.getValue()) : mine();
    shown.remember();
    queue = shown;
    list.removeAll();
    list.add(shown);
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.inbox");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    polling = event.getUI().addPollListener(this::look);
    event.getUI().setPollInterval(POLL_MILLIS);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polling != null) {
      polling.remove();
    }
  }

  /// When the server is away or refuses, the page stops asking: one notice is enough.
  private void look(PollEvent poll) {
    if (queue == null) {
      return;
    }
    try {
      queue.look();
    } catch (ProcessingException | Refusal away) {
      poll.getSource().setPollInterval(-1);
      throw away;
    }
  }

  private void show(boolean isTeams, @Nullable ReviewState wanted) {
    Map<String, String> query = new LinkedHashMap<>();
    if (isTeams) {
      query.put(SHOW, "open");
      if (wanted != ReviewState.OPEN) {
        query.put(STATE, wanted == null ? "any" : wanted.name());
      }
    }
    getUI().ifPresent(ui -> ui.navigate(Paths.INBOX, QueryParameters.simple(query)));
  }

  private ReviewQueue mine() {
    return new ReviewQueue(
        server,
        "inbox-grid",
        Texts.text("inbox.empty"),
        (page, size) -> server.reviews().list(null, true, page, size));
  }

  private ReviewQueue teams(@Nullable ReviewState wanted) {
    return new ReviewQueue(
        server,
        "open-reviews-grid",
        Texts.text("inbox.noneOpen"),
        (page, size) -> server.reviews().list(wanted, false, page, size));
  }
}
