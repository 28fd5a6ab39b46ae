package org.assay.serving.grpc;

import io.grpc.Context;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assay.api.inference.GRPCInferenceService;
import org.assay.api.inference.ModelInferRequest;
import org.assay.api.inference.ModelInferResponse;
import org.assay.api.inference.ModelMetadataRequest;
import org.assay.api.inference.ModelMetadataResponse;
import org.assay.api.inference.ModelMetadataResponse.TensorMetadata;
import org.assay.api.inference.ModelReadyRequest;
import org.assay.api.inference.ModelReadyResponse;
import org.assay.api.inference.ServerLiveRequest;
import org.assay.api.inference.ServerLiveResponse;
import org.assay.api.inference.ServerMetadataRequest;
import org.assay.api.inference.ServerMetadataResponse;
import org.assay.api.inference.ServerReadyRequest;
import org.assay.api.inference.ServerReadyResponse;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.Refusal;
import org.assay.serving.Refusal.Kind;
import org.assay.serving.protocol.Inference;
import org.assay.serving.protocol.InferenceAnswer;
import org.assay.serving.protocol.ServerDescription;
import org.assay.serving.releases.Release;
import org.assay.serving.releases.Releases;
import org.assay.serving.releases.Releases.Address;
import org.jspecify.annotations.Nullable;

/// The Open Inference Protocol v2 over gRPC.
@GrpcService
@Blocking
class InferenceService implements GRPCInferenceService {
  private static final String CONSUMER = "consumer";

  private final Releases releases;
  private final Inference inference;
  private final SecurityIdentity identity;

  InferenceService(Releases releases, Inference inference, SecurityIdentity identity) {
    this.releases = releases;
    this.inference = inference;
    this.identity = identity;
  }

  @Override
  public Uni<ServerLiveResponse> serverLive(ServerLiveRequest request) {
    return Uni.createFrom().item(ServerLiveResponse.newBuilder().setLive(true).build());
  }

  @Override
  public Uni<ServerReadyResponse> serverReady(ServerReadyRequest request) {
    boolean ready = releases.missing().isEmpty();
    return Uni.createFrom().item(ServerReadyResponse.newBuilder().setReady(ready).build());
  }

  @Override
  public Uni<ServerMetadataResponse> serverMetadata(ServerMetadataRequest request) {
    return Uni.createFrom()
        .item(
            ServerMetadataResponse.newBuilder()
                .setName(ServerDescription.NAME)
                .setVersion(ServerDescription.VERSION)
                .build());
  }

  @Override
  public Uni<ModelReadyResponse> modelReady(ModelReadyRequest request) {
    return answer(
        () -> {
          requireCaller();
          NamedAnswer.by(releases.find(address(request.getName(), request.getVersion())));
          return ModelReadyResponse.newBuilder().setReady(true).build();
        });
  }

  @Override
  public Uni<ModelMetadataResponse> modelMetadata(ModelMetadataRequest request) {
    return answer(
        () -> {
          requireCaller();
          Release release = releases.find(address(request.getName(), request.getVersion()));
          NamedAnswer.by(release);
          return describe(release);
        });
  }

  private static ModelMetadataResponse describe(Release release) {
    return ModelMetadataResponse.newBuilder()
        .setName(release.modelName())
        .addVersions(release.version())
        .setPlatform(ServerDescription.PLATFORM)
        .addAllInputs(release.model().inputs().stream().map(InferenceService::describe).toList())
        .addAllOutputs(release.model().outputs().stream().map(InferenceService::describe).toList())
        .build();
  }

  private static TensorMetadata describe(TensorSignature tensor) {
    return TensorMetadata.newBuilder()
        .setName(tensor.name())
        .setDatatype(tensor.type().name())
        .addAllShape(tensor.shape())
        .build();
  }

  @Override
  public Uni<ModelInferResponse> modelInfer(ModelInferRequest request) {
    return answer(
        () -> {
          requireCaller();
          if (!identity.hasRole(CONSUMER)) {
            throw new Refusal(
                Kind.FORBIDDEN, "inference needs the role consumer, which the token does not have");
          }
          InferenceAnswer answer =
              inference.answer(
                  address(request.getModelName(), request.getModelVersion()),
                  identity.getPrincipal().getName(),
                  release -> GrpcRequest.read(request, release.model(), callerDeadline()));
          NamedAnswer.by(answer.release());
          return GrpcAnswer.write(answer, request.getRawInputContentsCount() > 0);
        });
  }

  private static @Nullable Duration callerDeadline() {
    io.grpc.Deadline deadline = Context.current().getDeadline();
    return deadline == null
        ? null
        : Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
  }

  private void requireCaller() {
    if (identity.isAnonymous()) {
      throw new Refusal(
          Kind.UNAUTHENTICATED, "no bearer token: send the metadata authorization: Bearer <token>");
    }
  }

  private static Address address(String model, String version) {
    return new Address(model, version.isEmpty() ? null : version);
  }

  private static <T> Uni<T> answer(Supplier<T> work) {
    try {
      return Uni.createFrom().item(work.get());
    } catch (Refusal refusal) {
      return Uni.createFrom().failure(Statuses.of(refusal));
    } catch (AuthenticationFailedException e) {
      return Uni.createFrom()
          .failure(
              Statuses.of(
                  new Refusal(
                      Kind.UNAUTHENTICATED, "the bearer token is not valid: it may have expired")));
    } catch (RuntimeException e) {
      return Uni.createFrom().failure(Statuses.unexpected(e));
    }
  }
}
