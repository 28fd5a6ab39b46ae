package org.assay.server.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.assay.api.releases.NewRelease;
import org.assay.attestation.Conditions;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// Under what conditions a release is signed, as asked for and then made explicit: where the API
/// leaves the consumers out, everybody with the role may call, and the signed conditions say so
/// with [Conditions#EVERY_CONSUMER].
record Terms(
    List<String> consumers,
    List<String> purposes,
    Instant expiresAt,
    @Nullable Integer ratePerMinute) {
  private static final int YEAR = 365;
  private static final int MOST = 100;
  private static final int LONGEST = 500;

  /// @throws Refusal.Invalid when it ends before it begins, lives more than two years, or names
  ///     something blank, too long, or too much
  static Terms of(NewRelease request, Instant now) {
    List<String> consumers = words("consumers", request.consumers());
    if (consumers.contains(Conditions.EVERY_CONSUMER)) {
      throw new Refusal.Invalid(
          Sentence.of("release.every-consumer"), Sentence.of("release.every-consumer.remedy"));
    }
    Instant end =
        request.expiresAt() == null ? now.plus(YEAR, ChronoUnit.DAYS) : request.expiresAt();
    if (!end.isAfter(now) || end.isAfter(now.plus(2 * YEAR, ChronoUnit.DAYS))) {
      throw new Refusal.Invalid(Sentence.of("release.end", end), Sentence.of("release.end.remedy"));
    }
    return new Terms(
        consumers.isEmpty() ? List.of(Conditions.EVERY_CONSUMER) : consumers,
        words("purposes", request.purposes()),
        end.truncatedTo(ChronoUnit.MICROS),
        request.ratePerMinute());
  }

  Conditions conditions() {
    return new Conditions(consumers, purposes, expiresAt, ratePerMinute);
  }

  /// What the API shows for stored consumers: nobody named means everybody.
  static List<String> named(List<String> consumers) {
    return consumers.contains(Conditions.EVERY_CONSUMER) ? List.of() : consumers;
  }

  private static List<String> words(String field, @Nullable List<String> given) {
    List<String> words = given == null ? List.of() : given;
    if (words.size() > MOST
        || words.stream().anyMatch(Objects::isNull)
        || words.stream().anyMatch(w -> w.isBlank() || w.length() > LONGEST)) {
      throw new Refusal.Invalid(Sentence.of("release.words", field, LONGEST, MOST));
    }
    return words.stream().distinct().toList();
  }
}
