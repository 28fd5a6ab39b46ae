package org.assay.console.walk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assay.api.models.FileView;
import org.assay.api.models.Stage;
import org.assay.api.models.VersionView;
import org.assay.api.monitoring.Traffic;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.api.releases.Resumption;
import org.assay.api.releases.Revocation;
import org.assay.api.releases.Suspension;
import org.assay.console.walk.FakeServer.Call;

/// Version 1 of `loan-approval` released, with traffic, behind the [FakeServer]. Settle it before
/// the [Town].
final class Live {
  static final UUID RELEASE = new UUID(0, 0xb7);
  private final AtomicReference<ReleaseState> state = new AtomicReference<>(ReleaseState.LIVE);
  private final AtomicReference<String> reason = new AtomicReference<>();

  void settle(FakeServer server) {
    server.on("GET", "/models/(loan-approval)/versions/(1)", call -> version());
    server.on("GET", "/models/loan-approval/versions/1/reviews", call -> List.of());
    server.on("GET", "/releases", this::list);
    server.on("POST", "/releases/[^/]+/suspension", this::suspend);
    server.on("POST", "/releases/[^/]+/resumption", this::resume);
    server.on("POST", "/releases/[^/]+/revocation", this::revoke);
    server.on("GET", "/releases/[^/]+/traffic", call -> traffic());
    server.on("GET", "/traffic", call -> List.of(traffic()));
  }

  private Object list(Call call) {
    var asked = call.exchange().getRequestURI().getQuery();
    var isWanted =
        asked == null || !asked.contains("state=") || asked.contains("state=" + state.get());
    return FakeServer.page(isWanted ? List.of(release()) : List.of());
  }

  private ReleaseView suspend(Call call) throws IOException {
    reason.set(call.body(Suspension.class).reason());
    state.set(ReleaseState.SUSPENDED);
    return release();
  }

  private ReleaseView resume(Call call) throws IOException {
    reason.set(call.body(Resumption.class).reason());
    state.set(ReleaseState.LIVE);
    return release();
  }

  private ReleaseView revoke(Call call) throws IOException {
    reason.set(call.body(Revocation.class).reason());
    state.set(ReleaseState.REVOKED);
    return release();
  }

  private VersionView version() {
    return new VersionView(
        new UUID(0, 1),
        "loan-approval",
        1,
        switch (state.get()) {
          case LIVE -> Stage.RELEASED;
          case SUSPENDED -> Stage.SUSPENDED;
          case EXPIRED -> Stage.EXPIRED;
          case REVOKED -> Stage.REVOKED;
        },
        "olivia",
        Samples.CARD,
        List.of(new FileView("model.onnx", Samples.DIGEST, 183_492)),
        Samples.DIGEST,
        Samples.NOW,
        Samples.NOW);
  }

  private ReleaseView release() {
    var isSuspended = state.get() == ReleaseState.SUSPENDED;
    var isRevoked = state.get() == ReleaseState.REVOKED;
    return new ReleaseView(
        RELEASE,
        "loan-approval",
        1,
        Samples.DIGEST,
        state.get(),
        "ada",
        Samples.NOW,
        Instant.now().plus(Duration.ofDays(9)),
        List.of(),
        List.of("pre-sorting"),
        600,
        Samples.EVIDENCE,
        7,
        isSuspended ? "ada" : null,
        isSuspended ? Instant.now() : null,
        isSuspended ? reason.get() : null,
        isRevoked ? "ada" : null,
        isRevoked ? Instant.now() : null,
        isRevoked ? reason.get() : null);
  }

  /// Every minute of the last hour but every seventh, with a bad spell.
  private static Traffic traffic() {
    var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    return new Traffic(
        RELEASE,
        "loan-approval",
        1,
        IntStream.range(0, 60)
            .filter(i -> i % 7 != 3)
            .mapToObj(
                i ->
                    new Traffic.Point(
                        now.minus(Duration.ofMinutes(60L - i)),
                        40 + (i * 37L) % 55,
                        i % 5,
                        i > 40 && i < 45 ? 12 : 0,
                        2.1 + i % 3,
                        9.0 + (i * 13) % 17))
            .toList());
  }
}
