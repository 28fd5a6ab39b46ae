package org.assay.serving.releases;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.assay.api.releases.ReleaseFeed;
import org.assay.api.releases.ReleaseFeed.Live;
import org.assay.serving.Clocks;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.ServingConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What may answer now. Only a feed changes it; every request asks it.
@Singleton
public final class Releases {
  private static final Logger LOG = Logger.getLogger(Releases.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Clocks clocks;
  private final ReleaseLoader loader;
  private final Executor loading;
  private final Contact contact;

  /// Every model, with its versions, that a feed has named since the start.
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  private volatile Map<UUID, Standing> standings = Map.of();

  @Inject
  Releases(ServingConfig config, Clocks clocks, ReleaseLoader loader, LoadingThread loading)
      throws IOException {
    this(
        clocks,
        loader,
        loading,
        new Contact(clocks, config.partitionLimit(), loader.cache().epoch()));
  }

  /// @param loading where releases are fetched and loaded, so that the next feed is not kept
  ///     waiting
  Releases(Clocks clocks, ReleaseLoader loader, Executor loading, Contact contact) {
    this.clocks = clocks;
    this.loader = loader;
    this.loading = loading;
    this.contact = contact;
  }

  /// A model, and one version of it or whichever is released.
  public record Address(String model, @Nullable String version) {
    @Override
    public String toString() {
      return version == null ? "model " + model : "version " + version + " of model " + model;
    }
  }

  /// A release of the feed that does not answer.
  public record NotLoaded(String model, int version, UUID release, String reason) {}

  /// Takes a feed: retires what left it, loads what is new or due again.
  ///
  /// @param asked a reading of the forward clock from before the question left
  /// @return why the feed was ignored
  Optional<String> accept(ReleaseFeed feed, long asked) {
    Optional<String> stale = contact.hear(feed, asked);
    if (stale.isPresent()) {
      return stale;
    }
    synchronized (this) {
      retireAllBut(feed.live());
      feed.live().forEach(this::consider);
    }
    loader.cache().remember(contact.epoch(), feed.live().stream().map(Live::id).toList());
    return Optional.empty();
  }

  private void retireAllBut(List<Live> feed) {
    Set<Live> keep = new HashSet<>(feed);
    Map<UUID, Standing> staying = new LinkedHashMap<>(standings);
    List<Standing> leaving = new ArrayList<>();
    staying.values().removeIf(standing -> !keep.contains(standing.live()) && leaving.add(standing));
    standings = Map.copyOf(staying);
    for (Standing standing : leaving) {
      if (standing instanceof Standing.Loaded loaded) {
        loaded.release().retire();
      }
      LOG.infof("%s left the feed and does not answer any more", describe(standing.live()));
    }
  }

  private void consider(Live live) {
    known
        .computeIfAbsent(live.model(), name -> ConcurrentHashMap.newKeySet())
        .add(Integer.toString(live.version()));
    switch (standings.get(live.id())) {
      case null -> load(live, 1);
      case Standing.Refused refused when clocks.nanos().getAsLong() >= refused.again() ->
          load(live, refused.attempt() + 1);
      case Standing.Refused waiting -> {}
      case Standing.Loading busy -> {}
      case Standing.Loaded answering -> {}
    }
  }

  private void load(Live live, int attempt) {
    @Nullable Standing before = standings.get(live.id());
    String known = before instanceof Standing.Refused refused ? refused.reason() : "";
    switch (before) {
      case Standing.Refused r ->
          put(new Standing.Refused(live, attempt, r.reason(), r.passing(), Long.MAX_VALUE));
      case null, default -> put(new Standing.Loading(live, attempt));
    }
    loading.execute(() -> load(live, attempt, known));
  }

  private void load(Live live, int attempt, String known) {
    if (!awaited(live)) {
      return;
    }
    try {
      Release release = loader.load(live, contact.epoch());
      settle(live, new Standing.Loaded(live, release));
    } catch (NotLoadedException e) {
      if (!e.sentence().equals(known)) {
        LOG.warnf("%s is not loaded: %s", describe(live), e.sentence());
      }
      long pause = Math.min(LONGEST_PAUSE.toNanos(), 1_000_000_000L << Math.min(attempt - 1, 10));
      settle(
          live,
          new Standing.Refused(
              live, attempt, e.sentence(), e.passing(), clocks.nanos().getAsLong() + pause));
    }
  }

  private synchronized boolean awaited(Live live) {
    Standing now = standings.get(live.id());
    return now != null && now.live().equals(live) && !(now instanceof Standing.Loaded);
  }

  /// Publishes the outcome, unless the release left the feed or another attempt was faster.
  private synchronized void settle(Live live, Standing outcome) {
    boolean wanted = awaited(live);
    if (wanted) {
      put(outcome);
    }
    if (outcome instanceof Standing.Loaded loaded) {
      if (wanted) {
        LOG.infof("%s answers, %s", describe(live), loaded.release().digest());
      } else {
        loaded.release().retire();
      }
    }
  }

  private void put(Standing standing) {
    Map<UUID, Standing> next = new LinkedHashMap<>(standings);
    next.put(standing.live().id(), standing);
    standings = Map.copyOf(next);
  }

  /// The release that answers for a model; counts the request against its conditions.
  ///
  /// @param caller the token's `preferred_username`
  /// @throws Refusal when none does, with the reason
  public Release admit(Address address, String caller) {
    Release release = find(address);
    admit(release, caller);
    return release;
  }

  /// Counts a request against the conditions of the release that was found for it.
  ///
  /// @param caller the token's `preferred_username`
  /// @throws Refusal when the conditions do not allow it
  public void admit(Release release, String caller) {
    release.admit(caller, clocks.day().instant());
  }

  /// The release that answers for a model.
  ///
  /// @throws Refusal when none does, with the reason
  public Release find(Address address) {
    requireContact();
    Standing standing =
        standings.values().stream()
            .filter(each -> each.live().model().equals(address.model()))
            .filter(
                each ->
                    address.version() == null
                        || address.version().equals(Integer.toString(each.live().version())))
            .max(Comparator.comparingInt(each -> each.live().version()))
            .orElseThrow(() -> missing(address));
    return switch (standing) {
      case Standing.Loaded loaded -> loaded.release();
      case Standing.Loading busy ->
          throw new Refusal(
              Kind.UNAVAILABLE, describe(busy.live()) + " is loading", Duration.ofSeconds(1));
      case Standing.Refused refused ->
          throw new Refusal(
              refused.passing() ? Kind.UNAVAILABLE : Kind.NOT_RELEASED,
              describe(refused.live()) + " is not loaded: " + refused.reason());
    };
  }

  /// Passes while the control plane has been heard of in time.
  ///
  /// @throws Refusal otherwise
  public void requireContact() {
    Optional<String> partition = contact.partition();
    if (partition.isPresent()) {
      throw new Refusal(Kind.UNAVAILABLE, partition.get(), Duration.ofSeconds(1));
    }
  }

  private Refusal missing(Address address) {
    Set<String> versions = known.getOrDefault(address.model(), Set.of());
    boolean once =
        address.version() == null ? !versions.isEmpty() : versions.contains(address.version());
    return once
        ? new Refusal(
            Kind.NOT_RELEASED,
            address + " is not released any more: it was suspended, revoked or replaced")
        : new Refusal(Kind.UNKNOWN, "no release of " + address);
  }

  /// The releases that answer, by model and version; none while contact is lost.
  public List<Release> answering() {
    if (contact.partition().isPresent()) {
      return List.of();
    }
    return loaded().stream()
        .sorted(Comparator.comparing(Release::modelName).thenComparing(Release::version))
        .toList();
  }

  private List<Release> loaded() {
    return standings.values().stream()
        .filter(Standing.Loaded.class::isInstance)
        .map(standing -> ((Standing.Loaded) standing).release())
        .toList();
  }

  /// The releases of the feed that do not answer, with the reason.
  public List<NotLoaded> notLoaded() {
    return standings.values().stream()
        .filter(Standing.Refused.class::isInstance)
        .map(Standing.Refused.class::cast)
        .map(r -> new NotLoaded(r.live().model(), r.live().version(), r.live().id(), r.reason()))
        .sorted(Comparator.comparing(NotLoaded::model))
        .toList();
  }

  /// What is missing before this process can answer; empty when it can. A release that was refused
  /// is not missing: the others go on.
  public Optional<String> missing() {
    Optional<String> partition = contact.partition();
    if (partition.isPresent()) {
      return partition;
    }
    String loadingNow =
        standings.values().stream()
            .filter(Standing.Loading.class::isInstance)
            .map(standing -> describe(standing.live()))
            .collect(Collectors.joining(", "));
    return loadingNow.isEmpty() ? Optional.empty() : Optional.of("loading " + loadingNow);
  }

  /// How many releases stand so.
  long count(Class<? extends Standing> standing) {
    return standings.values().stream().filter(standing::isInstance).count();
  }

  /// Time since the control plane was heard of.
  Optional<Duration> age() {
    return contact.age();
  }

  private static String describe(Live live) {
    return "release " + live.id() + " of " + live.model() + " version " + live.version();
  }

  @PreDestroy
  synchronized void stop() {
    loaded().forEach(Release::retire);
    standings = Map.of();
  }
}
