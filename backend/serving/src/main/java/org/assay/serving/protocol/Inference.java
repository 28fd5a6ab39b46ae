package org.assay.serving.protocol;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assay.onnx.runtime.RunFailedException;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.ServingConfig;
import org.assay.serving.engine.Deadline;
import org.assay.serving.engine.Engine;
import org.assay.serving.engine.RetiredException;
import org.assay.serving.releases.Release;
import org.assay.serving.releases.Releases;
import org.assay.serving.releases.Releases.Address;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers a request: admit, read, run, and look once more whether the release still stands.
@Singleton
public final class Inference {
  private static final Logger LOG = Logger.getLogger(Inference.class);

  private final Releases releases;
  private final Engine engine;
  private final ServingConfig config;
  private final MeterRegistry meters;
  private final ReleaseMeters counts;

  @Inject
  Inference(
      Releases releases,
      Engine engine,
      ServingConfig config,
      MeterRegistry meters,
      ReleaseMeters counts) {
    this.releases = releases;
    this.engine = engine;
    this.config = config;
    this.meters = meters;
    this.counts = counts;
  }

  /// @param caller the token's `preferred_username`
  /// @param reader reads the request against the model, once the caller is admitted
  /// @throws Refusal when there is no answer
  public InferenceAnswer answer(
      Address address, String caller, Function<Release, InferenceRequest> reader) {
    Timer.Sample sample = Timer.start(meters);
    Deadline deadline = Deadline.after(config.deadline());
    @Nullable Release release = null;
    Kind trouble = Kind.FAILED; // what it is when neither an answer nor a refusal is reached
    boolean answered = false;
    try {
      release = releases.find(address);
      releases.admit(release, caller);
      InferenceAnswer answer = run(release, reader.apply(release), deadline);
      answered = true;
      return answer;
    } catch (Refusal refusal) {
      trouble = refusal.kind();
      throw refusal;
    } finally {
      count(release, answered ? null : trouble, sample);
    }
  }

  private void count(@Nullable Release release, @Nullable Kind trouble, Timer.Sample sample) {
    String model = release == null ? "unknown" : release.modelName();
    String outcome = trouble == null ? "ok" : trouble.name().toLowerCase(Locale.ROOT);
    sample.stop(meters.timer("assay.serving.inference", "model", model, "outcome", outcome));
    if (trouble != null) {
      meters.counter("assay.serving.refused", "model", model, "reason", outcome).increment();
    }
    if (release == null) {
      return;
    }
    if (trouble == null) {
      counts.answered(release, sample);
    } else {
      counts.unanswered(release, trouble);
    }
  }

  private InferenceAnswer run(Release release, InferenceRequest request, Deadline deadline) {
    Deadline own = request.timeout() == null ? deadline : deadline.atMost(request.timeout());
    try {
      Map<String, Tensor> outputs =
          engine.run(release.model(), request.inputs(), request.outputNames(), own);
      releases.requireContact();
      if (release.model().isRetired()) {
        throw stopped(release);
      }
      return new InferenceAnswer(release, request, outputs);
    } catch (RetiredException e) {
      throw stopped(release);
    } catch (RunFailedException e) {
      String incident = UUID.randomUUID().toString();
      LOG.errorf(e, "%s: release %s failed in a run", incident, release.id());
      throw new Refusal(
          Kind.FAILED, "the model failed; the server's log has the cause under " + incident);
    }
  }

  private static Refusal stopped(Release release) {
    return new Refusal(
        Kind.NOT_RELEASED,
        "release "
            + release.id()
            + " of "
            + release.modelName()
            + " was suspended or revoked meanwhile");
  }
}
