package org.assay.serving.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.assay.api.releases.ReleaseFeed;
import org.assay.attestation.Conditions;
import org.assay.onnx.runtime.SessionSettings;
import org.assay.serving.House;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.TestClock;
import org.assay.serving.engine.Engine;
import org.assay.serving.releases.Releases.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  private static final Engine ENGINE =
      new Engine(new SessionSettings(SessionSettings.Device.CPU, 1, false, 1 << 20, 0), 1, 1);

  private final House house = new House();
  private final TestClock clock = new TestClock();
  private final ShelfOfReleases shelf = new ShelfOfReleases();
  private final Queue<Runnable> loading = new ArrayDeque<>();

  @TempDir Path folder;
  private Releases releases;

  @BeforeEach
  void start() throws IOException {
    house.trustIn(folder.resolve("keys"));
    restart();
  }

  private void restart() throws IOException {
    ReleaseCache cache = new ReleaseCache(folder.resolve("cache"));
    ReleaseLoader loader =
        new ReleaseLoader(shelf, cache, folder.resolve("keys"), 1 << 20, clock.clocks(), ENGINE);
    Contact contact = new Contact(clock.clocks(), Duration.ofSeconds(8), cache.epoch());
    releases = new Releases(clock.clocks(), loader, loading::add, contact);
  }

  @Test
  void aReleaseOfTheFeedAnswersOnceItIsLoaded() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    assertRefused("credit", Kind.UNAVAILABLE, "is loading");
    assertThat(releases.missing().orElseThrow()).startsWith("loading release");
    load();
    assertThat(releases.find(address("credit")).digest()).endsWith(release.live().digest());
    assertThat(releases.find(new Address("credit", "3")).version()).isEqualTo("3");
    assertThat(releases.missing()).isEmpty();
    assertRefused("debit", Kind.UNKNOWN, "no release of model debit");
  }

  @Test
  void whatLeavesTheFeedStopsAtThatFeed() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    Release answering = releases.find(address("credit"));
    feed(2);
    assertRefused("credit", Kind.NOT_RELEASED, "revoked or replaced");
    assertThat(answering.model().isRetired()).isTrue();
  }

  @Test
  void aStaleFeedNeitherBringsBackNorCountsAsContact() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    feed(2);
    clock.pass(Duration.ofSeconds(5));
    assertThat(feed(1, release).orElseThrow()).contains("stale");
    assertRefused("credit", Kind.NOT_RELEASED, "revoked or replaced");
    clock.pass(Duration.ofSeconds(4));
    assertRefused("credit", Kind.UNAVAILABLE, "no contact with the control plane for 9 s");
  }

  @Test
  void aReleaseThatComesBackAnswersAgainWithoutARestart() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    Release before = releases.find(address("credit"));
    feed(2);
    assertRefused("credit", Kind.NOT_RELEASED, "suspended, revoked or replaced");
    feed(3, release);
    assertRefused("credit", Kind.UNAVAILABLE, "is loading");
    load();
    Release after = releases.find(address("credit"));
    assertThat(after.digest()).isEqualTo(before.digest());
    assertThat(after.model().isRetired()).isFalse();
    assertThat(before.model().isRetired()).isTrue();
  }

  @Test
  void aStaleFeedNeitherSuspendsNorResumes() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    feed(2);
    feed(3, release);
    load();
    assertThat(feed(2).orElseThrow()).contains("smaller than 3");
    assertThatCode(() -> releases.find(address("credit"))).doesNotThrowAnyException();
    feed(4);
    assertThat(feed(3, release).orElseThrow()).contains("smaller than 4");
    assertThat(feed(1, release).orElseThrow()).contains("smaller than 4");
    assertThat(loading).isEmpty();
    assertRefused("credit", Kind.NOT_RELEASED, "suspended, revoked or replaced");
  }

  @Test
  void aReleaseSuspendedAndResumedWhileItLoadsIsLoadedOnce() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    shelf.whenFileIsFetched(
        () -> {
          feed(2);
          feed(3, release);
        });
    load();
    Release answering = releases.find(address("credit"));
    assertThat(answering.model().isRetired()).isFalse();
    assertThat(releases.answering()).containsExactly(answering);
    feed(3, release);
    assertThat(loading).isEmpty();
  }

  @Test
  void aReleaseResumedAfterARestartIsLoadedByTheNewerFeedAlone() throws IOException {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(5, release);
    load();
    feed(6);
    restart();
    assertThat(feed(5, release).orElseThrow()).contains("smaller than 6");
    assertThat(loading).isEmpty();
    feed(7, release);
    load();
    assertThatCode(() -> releases.find(address("credit"))).doesNotThrowAnyException();
  }

  @Test
  void aReleaseRevokedWhileItLoadsIsNeverPublished() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    shelf.whenFileIsFetched(() -> feed(2));
    load();
    assertRefused("credit", Kind.NOT_RELEASED, "revoked or replaced");
    assertThat(releases.answering()).isEmpty();
  }

  @Test
  void aRestartWithAWarmCacheNeedsTheFeedAndVerifiesAgain() throws Exception {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(7, release);
    load();
    restart();
    assertRefused("credit", Kind.UNAVAILABLE, "no contact with the control plane since the start");
    assertThat(feed(6, release).orElseThrow()).contains("smaller than 7");
    Path cached = folder.resolve("cache/" + release.live().id() + "/files/model.onnx");
    byte[] changed = Files.readAllBytes(cached);
    changed[100] ^= 1;
    Files.write(cached, changed);
    shelf.remove(release);
    feed(7, release);
    load();
    assertRefused("credit", Kind.UNAVAILABLE, "cannot be fetched");
    shelf.put(release);
    clock.pass(Duration.ofSeconds(2));
    feed(7, release);
    load();
    assertThatCode(() -> releases.find(address("credit"))).doesNotThrowAnyException();
  }

  @Test
  void withoutATrustedKeyNothingLoadsUntilOneAppears() throws Exception {
    Files.delete(folder.resolve("keys/house.pem"));
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    assertRefused("credit", Kind.UNAVAILABLE, "no trusted key can be read");
    house.trustIn(folder.resolve("keys"));
    clock.pass(Duration.ofSeconds(2));
    feed(1, release);
    load();
    assertThatCode(() -> releases.find(address("credit"))).doesNotThrowAnyException();
  }

  @Test
  void anExpiredReleaseStopsAtItsHour() {
    Conditions minute = new Conditions(List.of("*"), List.of(), clock.now().plusSeconds(60), null);
    House.Signed release = shelf.put(house.sign("credit", 3, minute));
    feed(1, release);
    load();
    assertThatCode(() -> releases.admit(address("credit"), "anybody")).doesNotThrowAnyException();
    clock.pass(Duration.ofSeconds(60));
    feed(1, release);
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> releases.admit(address("credit"), "anybody"));
    assertThat(refusal.kind()).isEqualTo(Kind.NOT_RELEASED);
    assertThat(refusal).hasMessageContaining("expired at");
  }

  @Test
  void aFeedThatSaysOtherThanTheSignatureIsNotBelieved() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    ReleaseFeed.Live live = release.live();
    ReleaseFeed.Live renamed =
        new ReleaseFeed.Live(live.id(), "mortgage", 3, live.digest(), live.expiresAt());
    feed(1, release.withLive(renamed));
    load();
    assertRefused("mortgage", Kind.NOT_RELEASED, "name different things");
  }

  @Test
  void aFileMoreInTheCacheIsRemovedAndAMissingOneIsFetched() throws Exception {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    Path files = folder.resolve("cache/" + release.live().id() + "/files");
    Files.createDirectories(files);
    Files.writeString(files.resolve("planted.bin"), "x");
    feed(1, release);
    load();
    assertThat(files.resolve("planted.bin")).doesNotExist();
    assertThat(releases.find(address("credit")).modelName()).isEqualTo("credit");
  }

  @Test
  void theCacheForgetsWhatLeftTheFeed() {
    House.Signed release = shelf.put(house.sign("credit", 3, House.open()));
    feed(1, release);
    load();
    assertThat(folder.resolve("cache/" + release.live().id())).isDirectory();
    feed(2);
    assertThat(folder.resolve("cache/" + release.live().id())).doesNotExist();
  }

  @Test
  void conditionsNameTheirConsumers() {
    Conditions one = new Conditions(List.of("assay-app"), List.of(), House.inADay(), null);
    House.Signed release = shelf.put(house.sign("credit", 3, one));
    feed(1, release);
    load();
    assertThatCode(() -> releases.admit(address("credit"), "service-account-assay-app"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> releases.admit(address("credit"), "olivia"))
        .hasMessageContaining("is not for olivia");
    House.Signed nobody =
        shelf.put(
            house.sign("debit", 1, new Conditions(List.of(), List.of(), House.inADay(), null)));
    feed(2, release, nobody);
    load();
    assertThatThrownBy(() -> releases.admit(address("debit"), "assay-app"))
        .hasMessageContaining("is not for assay-app");
  }

  @Test
  void moreThanOneFileIsVerifiedFileByFile() {
    Map<String, byte[]> files =
        Map.of("model.onnx", House.MODEL, "weights.bin", new byte[] {1, 2, 3});
    House.Signed release = house.sign("credit", 3, House.open(), files, 0);
    shelf.put(
        release.withFiles(Map.of("model.onnx", House.MODEL, "weights.bin", new byte[] {1, 2, 4})));
    feed(1, release);
    load();
    assertRefused("credit", Kind.NOT_RELEASED, "DIGEST_MISMATCH: file \"weights.bin\"");
  }

  private Optional<String> feed(long epoch, House.Signed... live) {
    List<ReleaseFeed.Live> entries = List.of(live).stream().map(House.Signed::live).toList();
    return releases.accept(new ReleaseFeed(epoch, entries, clock.now()), clock.nanos());
  }

  private void load() {
    while (!loading.isEmpty()) {
      loading.remove().run();
    }
  }

  private void assertRefused(String model, Kind kind, String reason) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> releases.find(address(model)));
    assertThat(refusal).hasMessageContaining(reason);
    assertThat(refusal.kind()).isEqualTo(kind);
  }

  private static Address address(String model) {
    return new Address(model, null);
  }
}
