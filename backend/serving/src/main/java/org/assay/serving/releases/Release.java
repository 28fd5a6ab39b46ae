package org.assay.serving.releases;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.assay.attestation.Conditions;
import org.assay.attestation.ReleaseClaims;
import org.assay.attestation.VerificationException;
import org.assay.attestation.VerifiedRelease;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.engine.LoadedModel;
import org.jspecify.annotations.Nullable;

/// A verified release with its model in memory.
public final class Release {
  private static final String SERVICE_ACCOUNT = "service-account-";

  private final VerifiedRelease verified;
  private final LoadedModel model;
  private final @Nullable RateLimit rate;

  Release(VerifiedRelease verified, LoadedModel model, LongSupplier nanos) {
    this.verified = verified;
    this.model = model;
    Integer perMinute = verified.claims().conditions().ratePerMinute();
    this.rate = perMinute == null ? null : new RateLimit(perMinute, nanos);
  }

  public String id() {
    return verified.claims().releaseId();
  }

  public String modelName() {
    return verified.claims().model();
  }

  /// The model's version as the protocol writes it.
  public String version() {
    return Integer.toString(verified.claims().version());
  }

  /// `sha256:<hex>` over the model's files.
  public String digest() {
    return verified.claims().modelDigest().toString();
  }

  public LoadedModel model() {
    return model;
  }

  /// Holds the signed conditions against one request.
  ///
  /// @param caller the token's `preferred_username`
  /// @throws Refusal if the release has expired, is not for this caller, or the caller's minute is
  ///     full
  void admit(String caller, Instant now) {
    requireValid(now);
    ReleaseClaims claims = verified.claims();
    Conditions conditions = claims.conditions();
    if (!allows(conditions, caller)) {
      throw new Refusal(
          Kind.FORBIDDEN, "release " + id() + " of " + modelName() + " is not for " + caller);
    }
    Optional<Duration> wait = rate == null ? Optional.empty() : rate.take(caller);
    if (wait.isPresent()) {
      throw new Refusal(
          Kind.RATE,
          "release "
              + id()
              + " of "
              + modelName()
              + " allows each caller "
              + conditions.ratePerMinute()
              + " requests a minute; ask again in "
              + wait.get().toSeconds()
              + " s",
          wait.get());
    }
  }

  private void requireValid(Instant now) {
    try {
      verified.requireValidAt(now);
    } catch (VerificationException e) {
      throw new Refusal(Kind.NOT_RELEASED, String.valueOf(e.getMessage()));
    }
  }

  /// A service's account is named by its client as well: `assay-app` is
  /// `service-account-assay-app`.
  private static boolean allows(Conditions conditions, String caller) {
    return conditions.allowsConsumer(caller)
        || (caller.startsWith(SERVICE_ACCOUNT)
            && conditions.allowsConsumer(caller.substring(SERVICE_ACCOUNT.length())));
  }

  void retire() {
    model.retire();
  }
}
