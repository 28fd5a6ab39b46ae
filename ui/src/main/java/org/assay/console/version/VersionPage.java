package org.assay.console.version;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.models.Stage;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Everything known about one version and everything to do with it. While an assessment runs or
/// a review waits the page asks again every few seconds.
@Route(value = "models/:name/versions/:number/:tab?", layout = Frame.class)
public class VersionPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final int POLL_MILLIS = 2000;
  private static final int REVIEW_POLL_MILLIS = 3000;
  private static final int TRAFFIC_POLL_MILLIS = 10_000;
  private static final Set<VersionTab> DEPEND_ON_REVIEW =
      EnumSet.of(VersionTab.REVIEW, VersionTab.RELEASE, VersionTab.ACTIVITY);

  private final transient Server server;
  private final Div header = new Div();
  private final Tabs tabs = new Tabs();
  private final Map<VersionTab, Tab> tabOf = new EnumMap<>(VersionTab.class);
  private final Div content = new Div();
  private transient @Nullable VersionContext context;
  private VersionTab shown = VersionTab.REVIEW;
  private @Nullable Registration polling;

  @Inject
  public VersionPage(Server server) {
    this.server = server;
    addClassNames("page", "version-page");
    content.addClassName("tab-content");
    for (var kind : VersionTab.values()) {
      var tab = new Tab(Texts.text("tab." + kind.path()));
      tab.setId("tab-" + kind.path());
      tabOf.put(kind, tab);
      tabs.add(tab);
    }
    tabs.setAutoselect(false);
    tabs.addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            open(VersionTab.values()[tabs.getSelectedIndex()]);
          }
        });
    add(header, tabs, content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    var name = parameters.get("name").orElseThrow(NotFoundException::new);
    var number = parameters.get("number").map(VersionPage::number).orElse(0);
    var loaded = load(name, number);
    context = loaded;
    shown =
        parameters.get("tab").flatMap(VersionTab::at).orElseGet(() -> NextStep.of(loaded).tab());
    show(loaded);
  }

  @Override
  public String getPageTitle() {
    return context == null
        ? Texts.text("nav.models")
        : Texts.text("version.name", context.name(), Integer.toString(context.number()));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    polling = event.getUI().addPollListener(this::look);
    watch();
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polling != null) {
      polling.remove();
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException none) {
      throw new NotFoundException("No version " + text);
    }
  }

  private VersionContext load(String name, int number) {
    var version = server.versions().get(name, number);
    var assessment =
        Server.ifThere(() -> server.assessments().assessment(name, number))
            .orElseGet(() -> new AssessmentView(null, List.of(), null));
    var reviews = server.reviews().ofVersion(name, number);
    return new VersionContext(
        server,
        server.person(),
        server.models().get(name),
        version,
        assessment,
        reviews.isEmpty() ? null : reviews.getFirst(),
        this::reload);
  }

  /// Fetches everything again. What is being written on the review tab stays.
  private void reload() {
    var now = context;
    if (now != null) {
      var loaded = load(now.name(), now.number());
      context = loaded;
      if (!refreshReview(loaded)) {
        show(loaded);
      }
      watch();
    }
  }

  private boolean refreshReview(VersionContext loaded) {
    var isDrawn = reviewTab().map(tab -> tab.refresh(loaded)).orElse(false);
    if (isDrawn) {
      header.removeAll();
      header.add(new VersionHeader(loaded));
    }
    return isDrawn;
  }

  private Optional<ReviewTab> reviewTab() {
    return content
        .getChildren()
        .filter(ReviewTab.class::isInstance)
        .map(ReviewTab.class::cast)
        .findFirst();
  }

  private void open(VersionTab tab) {
    var now = context;
    if (now != null) {
      getUI().ifPresent(ui -> ui.navigate(Paths.version(now.name(), now.number(), tab.path())));
    }
  }

  private void show(VersionContext now) {
    header.removeAll();
    header.add(new VersionHeader(now));
    tabs.setSelectedTab(tabOf.get(shown));
    content.removeAll();
    content.add(tab(now));
  }

  private Component tab(VersionContext now) {
    return switch (shown) {
      case CARD -> new CardTab(now);
      case FILES -> new FilesTab(now);
      case INTAKE -> new IntakeTab(now);
      case ASSESSMENT -> new AssessmentTab(now);
      case BIAS -> new BiasTab(now);
      case EXPLANATION -> new ExplanationTab(now);
      case GATE -> new GateTab(now);
      case REVIEW -> new ReviewTab(now);
      case RELEASE -> new ReleaseTab(now);
      case ACTIVITY -> new ActivityTab(now);
    };
  }

  private void watch() {
    var now = context;
    var millis = -1;
    if (now != null && now.isMoving()) {
      millis = POLL_MILLIS;
    } else if (now != null && now.isUnderReview()) {
      millis = REVIEW_POLL_MILLIS;
    } else if (now != null && isLiveShown(now)) {
      millis = TRAFFIC_POLL_MILLIS;
    }
    var interval = millis;
    getUI().ifPresent(ui -> ui.setPollInterval(interval));
  }

  /// When the server is away or refuses, the page stops asking: one notice is enough.
  private void look(PollEvent poll) {
    var now = context;
    if (now == null) {
      return;
    }
    try {
      if (now.isMoving()) {
        lookAtAssessment(now);
      } else if (now.isUnderReview()) {
        lookAtReview(now);
      } else if (isLiveShown(now)) {
        content
            .getChildren()
            .filter(ReleaseTab.class::isInstance)
            .map(ReleaseTab.class::cast)
            .forEach(ReleaseTab::look);
      }
    } catch (ProcessingException | Refusal away) {
      poll.getSource().setPollInterval(-1);
      throw away;
    }
  }

  /// Half-written forms are not touched while the work goes on: only the progress is drawn anew,
  /// and the whole page once the work has ended and nobody is typing in it.
  private void lookAtAssessment(VersionContext now) {
    var assessment = server.assessments().assessment(now.name(), now.number());
    if (!VersionContext.isMoving(assessment) && !isBeingWritten(now)) {
      reload();
      return;
    }
    content
        .getChildren()
        .filter(AssessmentTab.class::isInstance)
        .map(AssessmentTab.class::cast)
        .forEach(tab -> tab.progress(assessment));
    if (!VersionContext.isMoving(assessment)) {
      adopt(load(now.name(), now.number()));
    }
  }

  /// What colleagues decide appears by itself: on the review tab in place, on tabs that depend on
  /// it anew, on the others in the header alone, so that nobody loses their place.
  private void lookAtReview(VersionContext now) {
    var reviews = server.reviews().ofVersion(now.name(), now.number());
    var newest = reviews.isEmpty() ? null : reviews.getFirst();
    if (Objects.equals(newest, now.review())) {
      reviewTab().ifPresent(ReviewTab::lookAtDiscussion);
    } else if (DEPEND_ON_REVIEW.contains(shown)) {
      reload();
    } else {
      adopt(load(now.name(), now.number()));
    }
  }

  private boolean isLiveShown(VersionContext now) {
    return shown == VersionTab.RELEASE && now.version().stage() == Stage.RELEASED;
  }

  private void adopt(VersionContext loaded) {
    context = loaded;
    header.removeAll();
    header.add(new VersionHeader(loaded));
    watch();
  }

  /// Whether the tab holds a form that its owner may have begun to fill.
  private boolean isBeingWritten(VersionContext now) {
    return shown == VersionTab.CARD
        || (now.isOwner()
            && now.isDraft()
            && (shown == VersionTab.ASSESSMENT || shown == VersionTab.REVIEW));
  }
}
