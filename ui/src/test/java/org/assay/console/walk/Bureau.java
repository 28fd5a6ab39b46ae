package org.assay.console.walk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.assay.api.audit.EventView;
import org.assay.api.jobs.JobState;
import org.assay.api.jobs.JobView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.api.monitoring.PartState;
import org.assay.api.monitoring.PartView;
import org.assay.api.overview.Overview;
import org.assay.api.overview.VersionSummary;
import org.assay.api.people.PersonView;
import org.assay.api.policies.PolicyPackView;
import org.assay.api.releases.ReleaseState;
import org.assay.console.walk.FakeServer.Call;
import org.assay.console.walk.FakeServer.Refused;

/// What the [FakeServer] answers about the whole: overview, versions of all models, the record,
/// jobs, packs, people and parts.
final class Bureau {
  private static final UUID RUNNING = UUID.fromString("00000000-0000-4000-8000-0000000000e1");
  private static final UUID FAILED = UUID.fromString("00000000-0000-4000-8000-0000000000e2");
  private static final String SECOND = "c1d4b7e2".repeat(8);

  /// How often the running job was looked at: it moves on each time.
  private final AtomicInteger looks = new AtomicInteger();

  private final Map<UUID, JobState> states = new ConcurrentHashMap<>();

  void settle(FakeServer server) {
    states.put(RUNNING, JobState.RUNNING);
    states.put(FAILED, JobState.FAILED);
    server.on("GET", "/overview", call -> overview());
    server.on("GET", "/versions", Bureau::versions);
    server.on("GET", "/audit/events/(\\d+)", Bureau::event);
    server.on("GET", "/audit/export.csv", Bureau::csv);
    server.on("GET", "/audit/export.json", call -> List.of(event(3)));
    server.on("GET", "/jobs", this::jobs);
    server.on("POST", "/jobs/([^/]+)/cancellation", call -> turn(call, JobState.CANCELLED));
    server.on("POST", "/jobs/([^/]+)/retry", call -> turn(call, JobState.WAITING));
    server.on("GET", "/policies", call -> List.of(pack()));
    server.on("GET", "/people", call -> people());
    server.on("GET", "/parts", call -> parts());
  }

  private Overview overview() {
    var running = states.values().stream().filter(JobState.RUNNING::equals).count();
    return new Overview(
        1,
        3,
        1,
        2,
        1,
        1,
        2,
        4,
        running,
        1,
        2,
        Map.of(Stage.DRAFT, 12L, Stage.IN_REVIEW, 3L, Stage.RELEASED, 2L, Stage.SUSPENDED, 1L),
        List.of(
            released("loan-approval", 1, ReleaseState.LIVE, 12),
            released("card-fraud-score", 7, ReleaseState.SUSPENDED, 88),
            released("churn-telecom", 3, ReleaseState.LIVE, 211)),
        Instant.now());
  }

  private static Overview.Released released(
      String model, int version, ReleaseState state, int days) {
    return new Overview.Released(
        UUID.randomUUID(),
        model,
        version,
        version == 3 ? RiskTier.LIMITED : RiskTier.HIGH,
        "olivia",
        state,
        state == ReleaseState.LIVE ? Stage.RELEASED : Stage.SUSPENDED,
        2,
        version == 3 ? null : Samples.NOW,
        Samples.NOW,
        Instant.now().plus(Duration.ofDays(days)).plus(Duration.ofHours(5)));
  }

  private static Object versions(Call call) {
    var text = call.query("q");
    var all =
        List.of(
            summary("loan-approval", 2, Stage.DRAFT, null, null, 0, 0),
            summary("loan-approval", 1, Stage.IN_REVIEW, Samples.DIGEST, "open", 0, 1),
            summary("card-fraud-score", 8, Stage.IN_REVIEW, SECOND, "blocked", 2, 3));
    return FakeServer.page(
        all.stream()
            .filter(each -> text == null || found(each, text.toLowerCase(Locale.ROOT)))
            .filter(each -> call.query("stage") == null || call.asks("stage=" + each.stage()))
            .filter(each -> call.query("gate") == null || call.asks("gate=" + each.gateVerdict()))
            .filter(each -> !call.asks("findings=true") || each.findings() > 0)
            .toList());
  }

  private static boolean found(VersionSummary version, String text) {
    var digest = version.digest();
    return version.model().contains(text)
        || (version.model() + " " + version.number()).equals(text)
        || text.length() >= 6 && digest != null && digest.startsWith(text);
  }

  private static VersionSummary summary(
      String model,
      int number,
      Stage stage,
      String digest,
      String gate,
      int blocked,
      int findings) {
    return new VersionSummary(
        model,
        number,
        stage,
        RiskTier.HIGH,
        "olivia",
        "olivia",
        digest,
        gate,
        blocked,
        findings,
        digest == null ? null : Samples.NOW,
        Samples.NOW);
  }

  private static EventView event(Call call) {
    var id = Long.parseLong(call.part(1));
    if (id > 4) {
      throw new Refused(404, "Not found", "There is no event " + id + ".", null);
    }
    return event(id);
  }

  private static EventView event(long id) {
    return Samples.event(id, "olivia", id == 4 ? "version.submitted" : "version.sealed", 1);
  }

  private static Object csv(Call call) {
    var actor = call.query("actor");
    return new FakeServer.Text(
        "text/csv",
        "id,at,actor\r\n3,2026-11-22T01:00:00Z," + (actor == null ? "everyone" : actor) + "\r\n");
  }

  private Object jobs(Call call) {
    var wanted = call.query("state");
    return FakeServer.page(
        List.of(RUNNING, FAILED).stream()
            .map(this::job)
            .filter(job -> wanted == null || job.state().name().equals(wanted))
            .toList());
  }

  private JobView job(UUID id) {
    var state = states.get(id);
    var progress =
        state == JobState.RUNNING ? Math.min(0.9, 0.2 + looks.getAndIncrement() * 0.1) : 0.4;
    return new JobView(
        id,
        "assess-version",
        "loan-approval/2",
        state,
        progress,
        state == JobState.FAILED
            ? "The explanation ran out of its time: 600 seconds."
            : "Bias audit: 2,380 rows, 2 attributes.",
        1,
        "olivia",
        Samples.NOW,
        Samples.NOW,
        state == JobState.FAILED ? Samples.NOW : null);
  }

  private JobView turn(Call call, JobState state) {
    var id = UUID.fromString(call.part(1));
    states.put(id, state);
    return job(id);
  }

  private static PolicyPackView pack() {
    return new PolicyPackView(
        "assay-baseline",
        "2026.11.1",
        Map.of("en", "Assay baseline", "zh", "Assay 基线"),
        Samples.DIGEST,
        "Assay's own rules",
        List.of(
            control("card-complete", "The card is complete", "模型卡填写完整", "blocking"),
            control("four-fifths", "Selection rates within four fifths", "选择率在五分之四以内", "warning")));
  }

  private static PolicyPackView.Control control(
      String id, String english, String chinese, String severity) {
    return new PolicyPackView.Control(
        id,
        Map.of("en", english, "zh", chinese),
        "Assay baseline, " + id,
        severity,
        "approval",
        "evidence.biasAudit.metrics.filter(m, m.id == 'demographic_parity_ratio')"
            + ".all(m, m.value >= 0.8)");
  }

  private static List<PersonView> people() {
    return List.of(
        new PersonView("ada", "Ada Lindqvist", List.of("admin"), true, false),
        new PersonView("olivia", "Olivia Chen", List.of("owner"), true, false),
        new PersonView("ravi", "Ravi Menon", List.of("auditor", "reviewer"), true, false),
        new PersonView("greta", "Greta Holm", List.of("reviewer"), false, false),
        new PersonView("assay-app", "assay-app", List.of("consumer"), true, true));
  }

  private static List<PartView> parts() {
    return List.of(
        part("server", PartState.UP, "It answers in 3 ms.", "0.1.0"),
        part("database", PartState.UP, "It answers in 1 ms; 14 migrations.", "PostgreSQL 18.6"),
        part("files", PartState.UP, "1.2 TiB free.", null),
        part("jobs", PartState.DEGRADED, "1 job failed within the last hour.", null),
        part("keycloak", PartState.UP, "It answers in 12 ms.", "26.7.3"),
        part("serving", PartState.DOWN, "No word for 4 minutes.", null),
        part("signing-key", PartState.UP, "Key 5f2c9a70 signs.", null));
  }

  private static PartView part(String name, PartState state, String detail, String version) {
    return new PartView(name, state, detail, version, Instant.now());
  }
}
