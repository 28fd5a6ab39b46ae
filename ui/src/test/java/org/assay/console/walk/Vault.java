package org.assay.console.walk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assay.api.audit.EventView;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.GrantDecision;
import org.assay.api.datasets.GrantState;
import org.assay.api.datasets.GrantView;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.MaskExample;
import org.assay.api.datasets.NewGrant;
import org.assay.api.datasets.Sensitivity;
import org.assay.console.walk.FakeServer.Call;

/// Olivia's dataset with grants, masks and reads, behind the [FakeServer]. Settle it before the
/// [Town].
final class Vault {
  private final List<GrantView> grants = new CopyOnWriteArrayList<>();
  private final Map<String, Mask> askedFor = new TreeMap<>();
  private final Map<String, Sensitivity> classified = new TreeMap<>();
  private final boolean isConfirmed;

  Vault(boolean isConfirmed) {
    this.isConfirmed = isConfirmed;
    grants.add(grant("rosa", GrantState.APPROVED, "assessment", Duration.ofDays(6)));
    grants.add(grant("ravi", GrantState.REQUESTED, "fraud-research", Duration.ofDays(90)));
  }

  void settle(FakeServer server) {
    server.on("GET", "/datasets/[^/]+", call -> dataset());
    server.on("GET", "/datasets/[^/]+/grants", call -> List.copyOf(grants));
    server.on("POST", "/datasets/[^/]+/grants", this::ask);
    server.on("POST", "/datasets/[^/]+/mask-examples", this::examples);
    server.on("PUT", "/datasets/[^/]+/classification", this::classify);
    server.on("GET", "/datasets/[^/]+/reads", call -> FakeServer.page(List.of(read())));
    server.on("GET", "/grants", this::all);
    server.on("POST", "/grants/([^/]+)/decision", this::decide);
  }

  /// The masks of the newest request.
  Map<String, Mask> askedFor() {
    return Map.copyOf(askedFor);
  }

  Map<String, Sensitivity> classified() {
    return Map.copyOf(classified);
  }

  private DatasetView dataset() {
    var all = Samples.dataset();
    return new DatasetView(
        all.id(),
        all.name(),
        all.description(),
        all.owner(),
        all.format(),
        all.sha256(),
        all.size(),
        all.rows(),
        all.columns(),
        isConfirmed,
        all.createdAt());
  }

  private Object ask(Call call) throws IOException {
    var asked = call.body(NewGrant.class);
    askedFor.clear();
    if (asked.masks() != null) {
      askedFor.putAll(asked.masks());
    }
    grants.addFirst(
        grant(call.caller(), GrantState.REQUESTED, asked.purpose(), Duration.ofDays(90)));
    return grants.getFirst();
  }

  private Object examples(Call call) throws IOException {
    var tried = FakeServer.JSON.readTree(call.exchange().getRequestBody().readAllBytes());
    var examples = new ArrayList<MaskExample>();
    for (var column : Samples.dataset().columns()) {
      var usual =
          switch (column.proposed()) {
            case IDENTIFIER, SENSITIVE -> Mask.HASH;
            case QUASI_IDENTIFIER -> Mask.BUCKET;
            case PLAIN -> Mask.CLEAR;
          };
      var mask = tried.has(column.name()) ? Mask.valueOf(tried.get(column.name()).asText()) : usual;
      var example = "VARCHAR".equals(column.type()) ? "Kim Lee" : "41.7";
      examples.add(new MaskExample(column.name(), mask, example, masked(mask, example)));
    }
    return examples;
  }

  private static String masked(Mask mask, String example) {
    return switch (mask) {
      case CLEAR -> example;
      case REDACT -> "█████";
      case HASH -> "p-5f2c9a70";
      case PARTIAL -> example.charAt(0) + "*****" + example.charAt(example.length() - 1);
      case BUCKET -> "40";
      case NULL -> null;
    };
  }

  private Object classify(Call call) throws IOException {
    var said = FakeServer.JSON.readTree(call.exchange().getRequestBody().readAllBytes());
    said.fields()
        .forEachRemaining(
            f -> classified.put(f.getKey(), Sensitivity.valueOf(f.getValue().asText())));
    return dataset();
  }

  private Object all(Call call) {
    if (call.asks("scope=TO_DECIDE")) {
      return FakeServer.page(
          grants.stream().filter(g -> g.state() == GrantState.REQUESTED).toList());
    }
    return FakeServer.page(
        call.asks("scope=GIVEN")
            ? List.copyOf(grants)
            : grants.stream().filter(g -> g.grantee().equals(call.caller())).toList());
  }

  private Object decide(Call call) throws IOException {
    var said = call.body(GrantDecision.class);
    var id = UUID.fromString(call.part(1));
    var old = grants.stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
    var now =
        new GrantView(
            old.id(),
            old.datasetId(),
            old.dataset(),
            old.purpose(),
            old.reason(),
            old.grantee(),
            old.masks(),
            said.approve() ? GrantState.APPROVED : GrantState.REFUSED,
            old.requestedAt(),
            old.endsAt(),
            call.caller(),
            Instant.now(),
            said.reason());
    grants.set(grants.indexOf(old), now);
    return now;
  }

  private static GrantView grant(String who, GrantState state, String purpose, Duration left) {
    return new GrantView(
        UUID.randomUUID(),
        Samples.DATASET,
        "boston-mortgages",
        purpose,
        "To check the gap between the groups of applicants by hand.",
        who,
        Map.of("afam", Mask.HASH, "pirat", Mask.BUCKET),
        state,
        Samples.NOW,
        Instant.now().plus(left),
        null,
        null,
        null);
  }

  private static EventView read() {
    return new EventView(
        41,
        Samples.NOW,
        "rosa",
        "dataset.read",
        "dataset",
        Samples.DATASET.toString(),
        null,
        null,
        Map.of("purpose", "assessment", "rows", 20, "columns", List.of("deny", "pirat")));
  }
}
