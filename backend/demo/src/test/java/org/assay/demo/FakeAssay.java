package org.assay.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.AssessmentView.Step;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.StepState;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.NewDataset;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.api.models.FileView;
import org.assay.api.models.ModelView;
import org.assay.api.models.NewModel;
import org.assay.api.models.NewVersion;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.releases.NewRelease;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.NewReview;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.demo.FakeServer.Call;
import org.assay.demo.FakeServer.Refusal;

/// The server's rules that the loader meets, by hand and in memory: names are taken once, a sealed
/// version stays sealed, steps take time, two reviewers vote once each, only an administrator
/// releases, a blocked gate lets nobody approve.
final class FakeAssay implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final List<String> STEPS =
      List.of("intake", "bias-audit", "explanation", "gate", "review");

  private static final class Version {
    final UUID review = UUID.randomUUID();
    final List<FileView> files = new ArrayList<>();
    final List<ReviewView.DecisionView> decisions = new ArrayList<>();
    NewVersion begun;
    Stage stage = Stage.DRAFT;
    Instant sealedAt;
    AssessmentPlan plan;
    NewReview asked;
    ReviewState state = ReviewState.REQUESTED;
    int done;
  }

  final FakeServer http;
  final Map<String, NewModel> models = new LinkedHashMap<>();
  final List<NewRelease> releases = new ArrayList<>();
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private final UUID datasetId = UUID.randomUUID();
  private NewDataset dataset;
  private String content;
  private boolean confirmed;

  /// The step that fails for good, if one does.
  String failing = "";

  /// Whether the steps stand still.
  boolean stuck;

  FakeAssay() throws Exception {
    http = new FakeServer();
    http.on("POST", "/datasets", this::beginDataset);
    http.on("GET", "/datasets", call -> page(dataset == null ? List.of() : List.of(datasetView())));
    http.on("PUT", "/datasets/*/content", this::uploadDataset);
    http.on("PUT", "/datasets/*/classification", this::classify);
    http.on("POST", "/models", this::register);
    http.on("GET", "/models/*", call -> modelView(known(models, call)));
    http.on("POST", "/models/*/versions", this::begin);
    http.on("GET", "/models/*/versions", this::list);
    http.on("GET", "/models/*/versions/1", call -> view(call, known(versions, call)));
    http.on("PUT", "/models/*/versions/1/files/*", this::upload);
    http.on("POST", "/models/*/versions/1/seal", this::seal);
    http.on("GET", "/models/*/versions/1/assessments", this::assessment);
    http.on("POST", "/models/*/versions/1/assessments", this::assess);
    http.on("GET", "/models/*/versions/1/gate", call -> gate(known(versions, call)));
    http.on("POST", "/models/*/versions/1/reviews", this::submit);
    http.on("GET", "/models/*/versions/1/reviews", this::reviews);
    http.on("GET", "/reviews/*", call -> review(reviewed(call)));
    http.on("POST", "/reviews/*/decisions", this::decide);
    http.on("POST", "/models/*/versions/1/releases", this::release);
  }

  Stage stage(String model) {
    return versions.get(model).stage;
  }

  private static <T> T known(Map<String, T> things, Call call) {
    T thing = things.get(call.in().getFirst());
    if (thing == null) {
      throw new Refusal(404, "there is no " + call.in().getFirst(), null);
    }
    return thing;
  }

  private static void require(boolean holds, int status, String detail) {
    if (!holds) {
      throw new Refusal(status, detail, "Look first.");
    }
  }

  private static <T> Page<T> page(List<T> items) {
    return new Page<>(items, items.size(), 0, 200);
  }

  private Object beginDataset(Call call) {
    require(dataset == null, 409, "the name is taken");
    dataset = call.as(NewDataset.class);
    return datasetView();
  }

  private Object uploadDataset(Call call) {
    require(!confirmed, 409, "the classification is confirmed");
    content = new String(call.body(), StandardCharsets.UTF_8);
    return datasetView();
  }

  private Object classify(Call call) {
    int columns = content.lines().findFirst().orElse("").split(",", -1).length;
    require(call.as(Map.class).size() == columns, 400, "every column must be named");
    confirmed = true;
    return datasetView();
  }

  private DatasetView datasetView() {
    return new DatasetView(
        datasetId,
        dataset.name(),
        dataset.description(),
        "olivia",
        content == null ? null : "csv",
        content == null ? null : "ab".repeat(32),
        null,
        null,
        List.of(),
        confirmed,
        NOW);
  }

  private Object register(Call call) {
    NewModel model = call.as(NewModel.class);
    require(models.putIfAbsent(model.name(), model) == null, 409, "the name is taken");
    return modelView(model);
  }

  private static ModelView modelView(NewModel model) {
    return new ModelView(
        UUID.randomUUID(),
        model.name(),
        model.purpose(),
        "olivia",
        model.riskTier(),
        NOW,
        null,
        null,
        null);
  }

  private Object begin(Call call) {
    Version version = new Version();
    version.begun = call.as(NewVersion.class);
    require(versions.putIfAbsent(call.in().getFirst(), version) == null, 409, "begun already");
    return view(call, version);
  }

  private Object list(Call call) {
    Version version = versions.get(call.in().getFirst());
    return version == null ? List.of() : List.of(view(call, version));
  }

  private static VersionView view(Call call, Version version) {
    return new VersionView(
        UUID.randomUUID(),
        call.in().getFirst(),
        1,
        version.stage,
        "olivia",
        version.begun.card(),
        version.files,
        null,
        NOW,
        version.sealedAt);
  }

  private Object upload(Call call) {
    Version version = known(versions, call);
    require(version.sealedAt == null, 409, "the version is sealed");
    FileView file = new FileView(call.in().get(1), "cd".repeat(32), call.body().length);
    version.files.add(file);
    return file;
  }

  private Object seal(Call call) {
    Version version = known(versions, call);
    require(!version.files.isEmpty() && version.sealedAt == null, 409, "nothing to seal");
    version.sealedAt = NOW;
    return view(call, version);
  }

  private Object assess(Call call) {
    Version version = known(versions, call);
    require(version.plan == null && confirmed, 409, "a plan is given, or the data not confirmed");
    version.plan = call.as(AssessmentPlan.class);
    return assessmentView(version);
  }

  /// Each look finds one more step done, as far as the version has what the step needs.
  private Object assessment(Call call) {
    Version version = known(versions, call);
    AssessmentView view = assessmentView(version);
    boolean ready = version.done == 0 ? version.sealedAt != null : version.plan != null;
    if (ready && !stuck && version.done < 4 && !STEPS.get(version.done).equals(failing)) {
      version.done++;
    }
    return view;
  }

  private AssessmentView assessmentView(Version version) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS.size(); i++) {
      String name = STEPS.get(i);
      StepState state = i < version.done ? StepState.PASSED : StepState.WAITING;
      if (name.equals("gate") && i < version.done && blocked(version)) {
        state = StepState.BLOCKED;
      }
      if (name.equals(failing) && i == version.done) {
        state = StepState.FAILED;
      }
      steps.add(new Step(name, state, state == StepState.FAILED ? "the worker ran out" : null));
    }
    JobState state = failing.isEmpty() ? JobState.RUNNING : JobState.FAILED;
    JobView job =
        new JobView(
            UUID.randomUUID(), "assess-version", "1", state, 0, null, 1, "olivia", NOW, null, null);
    return new AssessmentView(version.plan, steps, job);
  }

  private static boolean blocked(Version version) {
    return version.plan.mapping().output().threshold() > 0.8;
  }

  private static GateView gate(Version version) {
    require(version.done == 4, 404, "the gate waits for the explanation");
    GateView.Control control =
        new GateView.Control(
            "demographic-parity",
            Map.of(),
            "",
            "blocking",
            blocked(version) ? "fail" : "pass",
            "0.68",
            Map.of(),
            null);
    return new GateView(
        "baseline",
        "1",
        "",
        "review",
        blocked(version) ? "blocked" : "open",
        "e",
        List.of(control),
        NOW);
  }

  private Object submit(Call call) {
    Version version = known(versions, call);
    require(version.asked == null && version.done == 4, 409, "submitted, or not assessed");
    version.asked = call.as(NewReview.class);
    version.stage = Stage.SUBMITTED;
    return review(call.in().getFirst());
  }

  private Object reviews(Call call) {
    Version version = known(versions, call);
    if (version.asked == null) {
      return List.of();
    }
    ReviewView view = review(call.in().getFirst());
    if (version.stage == Stage.SUBMITTED && !stuck) {
      version.stage = Stage.IN_REVIEW;
      version.state = ReviewState.OPEN;
    }
    return List.of(view);
  }

  private String reviewed(Call call) {
    return versions.keySet().stream()
        .filter(name -> versions.get(name).review.toString().equals(call.in().getFirst()))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "there is no such review", null));
  }

  private ReviewView review(String model) {
    Version version = versions.get(model);
    return new ReviewView(
        version.review,
        model,
        1,
        "",
        models.get(model).riskTier(),
        version.state,
        "olivia",
        version.asked.reason(),
        models.get(model).riskTier() == RiskTier.HIGH ? 2 : 1,
        null,
        "e",
        NOW,
        null,
        null,
        null,
        null,
        null,
        version.decisions.size(),
        version.decisions,
        null,
        null);
  }

  private Object decide(Call call) {
    String model = reviewed(call);
    Version version = versions.get(model);
    NewDecision decision = call.as(NewDecision.class);
    require(List.of("ravi", "rosa").contains(call.person()), 403, "not a reviewer");
    require(!blocked(version), 409, "the gate is blocked");
    require(
        version.decisions.stream().noneMatch(vote -> vote.person().equals(call.person())),
        409,
        "one person, one vote");
    version.decisions.add(
        new ReviewView.DecisionView(
            call.person(), decision.decision(), decision.reason(), "e", NOW));
    if (version.decisions.size() == review(model).required()) {
      version.state = ReviewState.APPROVED;
      version.stage = Stage.APPROVED;
    }
    return review(model);
  }

  private Object release(Call call) {
    Version version = known(versions, call);
    require(call.person().equals("ada"), 403, "not an administrator");
    require(version.stage == Stage.APPROVED, 409, "not approved");
    NewRelease terms = call.as(NewRelease.class);
    releases.add(terms);
    version.stage = Stage.RELEASED;
    return new ReleaseView(
        UUID.randomUUID(),
        call.in().getFirst(),
        1,
        "",
        ReleaseState.LIVE,
        "ada",
        NOW,
        NOW.plusSeconds(60),
        terms.consumers(),
        terms.purposes(),
        terms.ratePerMinute(),
        "",
        1,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public void close() {
    http.close();
  }
}
