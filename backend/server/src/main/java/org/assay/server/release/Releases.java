package org.assay.server.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.models.FileView;
import org.assay.api.releases.NewRelease;
import org.assay.api.releases.ReleaseFeed;
import org.assay.api.releases.ReleaseState;
import org.assay.api.releases.ReleaseView;
import org.assay.server.files.StoredFiles;
import org.assay.server.identity.Caller;
import org.assay.server.registry.Version;
import org.assay.server.registry.Versions;
import org.assay.server.web.ProblemType;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Releases: sign what was approved, hand it out, suspend and resume it, revoke it.
@ApplicationScoped
public class Releases {
  private final ReleaseRecords records;
  private final Signing signing;
  private final Hallmark hallmark;
  private final Versions versions;
  private final StoredFiles files;

  Releases(
      ReleaseRecords records,
      Signing signing,
      Hallmark hallmark,
      Versions versions,
      StoredFiles files) {
    this.records = records;
    this.signing = signing;
    this.hallmark = hallmark;
    this.versions = versions;
    this.files = files;
  }

  /// Signs a version and makes it live. All bytes are read again before the transaction begins.
  ReleaseView release(String model, int number, NewRelease request, Caller by) {
    Terms terms = Terms.of(request, Instant.now());
    Version version = versions.get(model, number);
    signing.requireApproved(version);
    hallmark.requireBytes(version);
    return switch (signing.release(version.id(), terms, by)) {
      case Signing.Result.Signed(ReleaseView view) -> view;
      case Signing.Result.Stale(Sentence sentence) ->
          throw new Refusal.Conflict(
              ProblemType.EVIDENCE_CHANGED, sentence, Sentence.of("release.stale.remedy"));
    };
  }

  ReleaseView revoke(UUID id, String reason, Caller by) {
    return signing.revoke(id, reason, by);
  }

  ReleaseView suspend(UUID id, String reason, Caller by) {
    return signing.suspend(id, reason, by);
  }

  ReleaseView resume(UUID id, String reason, Caller by) {
    return signing.resume(id, reason, by);
  }

  @Transactional
  ReleaseView get(UUID id) {
    ReleaseEntity release = records.get(id, LockModeType.NONE);
    return release.view(versions.get(release.versionId), Instant.now());
  }

  @Transactional
  Page<ReleaseView> page(@Nullable ReleaseState state, @Nullable String model, int page, int size) {
    Instant now = Instant.now();
    ReleaseRecords.Slice slice = records.slice(state, model, now, page, size);
    List<ReleaseView> items =
        slice.items().stream().map(r -> r.view(versions.get(r.versionId), now)).toList();
    return new Page<>(items, slice.total(), page, size);
  }

  /// The epoch is read before the list: the list may be newer than its epoch, never older.
  @Transactional
  ReleaseFeed feed() {
    Instant now = Instant.now();
    long epoch = records.epoch();
    List<ReleaseFeed.Live> live =
        records.live(now).stream().map(r -> r.live(versions.get(r.versionId))).toList();
    return new ReleaseFeed(epoch, live, now);
  }

  @Transactional
  String bundle(UUID id) {
    return records.get(id, LockModeType.NONE).bundle;
  }

  /// The bytes of a file, while its release may answer; the caller closes the stream.
  @Transactional
  InputStream file(UUID id, String name) {
    ReleaseEntity release = records.get(id, LockModeType.NONE);
    Version version = versions.get(release.versionId);
    ReleaseState state = release.stateAt(Instant.now());
    if (state != ReleaseState.LIVE) {
      throw new Refusal.Conflict(Sentence.of("release.not-handed-out", version.named(), state));
    }
    FileView file =
        version.files().stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new Refusal.NotFound(Sentence.of("release.no-file", version.named(), name)));
    return files.open(file.sha256());
  }
}
