package org.assay.serving.rest;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.serving.Refusal;
import org.assay.serving.ServingConfig;
import org.assay.serving.protocol.AnsweredBy;
import org.assay.serving.protocol.Inference;
import org.assay.serving.protocol.InferenceAnswer;
import org.assay.serving.releases.Release;
import org.assay.serving.releases.Releases;
import org.assay.serving.releases.Releases.Address;
import org.jspecify.annotations.Nullable;

/// The Open Inference Protocol v2 over HTTP.
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
class InferenceEndpoint {
  private static final String JSON_LENGTH = "Inference-Header-Content-Length";

  private final Releases releases;
  private final Inference inference;
  private final ServingConfig config;
  private final SecurityIdentity identity;

  InferenceEndpoint(
      Releases releases, Inference inference, ServingConfig config, SecurityIdentity identity) {
    this.releases = releases;
    this.inference = inference;
    this.config = config;
    this.identity = identity;
  }

  @GET
  @PermitAll
  public ServerMetadata server() {
    return ServerMetadata.ours();
  }

  @GET
  @Path("health/live")
  @PermitAll
  public Map<String, Boolean> live() {
    return Map.of("live", true);
  }

  /// 200 when requests can be answered, else 503 with what is missing. Releases that were refused
  /// are named with the reason, and do not keep the others from answering.
  @GET
  @Path("health/ready")
  @PermitAll
  public Response ready() {
    Optional<String> missing = releases.missing();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ready", missing.isEmpty());
    missing.ifPresent(sentence -> body.put("error", sentence));
    if (!releases.notLoaded().isEmpty()) {
      body.put("notLoaded", releases.notLoaded());
    }
    return Response.status(missing.isEmpty() ? 200 : 503).entity(body).build();
  }

  @GET
  @Path("models")
  @Authenticated
  public Map<String, List<ModelMetadata>> models() {
    releases.requireContact();
    return Map.of("models", releases.answering().stream().map(ModelMetadata::of).toList());
  }

  @GET
  @Path("models/{model}")
  @Authenticated
  public Response model(@PathParam("model") String model) {
    return describe(new Address(model, null));
  }

  @GET
  @Path("models/{model}/versions/{version}")
  @Authenticated
  public Response version(@PathParam("model") String model, @PathParam("version") String version) {
    return describe(new Address(model, version));
  }

  private Response describe(Address address) {
    Release release = releases.find(address);
    return named(Response.ok(ModelMetadata.of(release)), release).build();
  }

  @GET
  @Path("models/{model}/ready")
  @Authenticated
  public Response modelReady(@PathParam("model") String model) {
    return ready(new Address(model, null));
  }

  @GET
  @Path("models/{model}/versions/{version}/ready")
  @Authenticated
  public Response versionReady(
      @PathParam("model") String model, @PathParam("version") String version) {
    return ready(new Address(model, version));
  }

  private Response ready(Address address) {
    Release release = releases.find(address);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", release.modelName());
    body.put("ready", true);
    return named(Response.ok(body), release).build();
  }

  @POST
  @Path("models/{model}/infer")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("consumer")
  public Response infer(
      @PathParam("model") String model,
      @HeaderParam(JSON_LENGTH) @Nullable String jsonLength,
      @HeaderParam("Content-Length") @Nullable Long length,
      InputStream content)
      throws IOException {
    return infer(new Address(model, null), jsonLength, length, content);
  }

  @POST
  @Path("models/{model}/versions/{version}/infer")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed("consumer")
  public Response infer(
      @PathParam("model") String model,
      @PathParam("version") String version,
      @HeaderParam(JSON_LENGTH) @Nullable String jsonLength,
      @HeaderParam("Content-Length") @Nullable Long length,
      InputStream content)
      throws IOException {
    return infer(new Address(model, version), jsonLength, length, content);
  }

  private Response infer(
      Address address, @Nullable String jsonLength, @Nullable Long length, InputStream content)
      throws IOException {
    if (length != null && length > config.requestBytes()) {
      throw Body.tooLarge(config.requestBytes());
    }
    Body body = Body.read(content, jsonLength, config.requestBytes());
    InferenceAnswer answer =
        inference.answer(
            address,
            identity.getPrincipal().getName(),
            release -> JsonRequest.read(body, release.model().inputs(), release.model().outputs()));
    return respond(answer);
  }

  private static Response respond(InferenceAnswer answer) throws Refusal {
    JsonAnswer body = JsonAnswer.write(answer);
    Response.ResponseBuilder response = named(Response.ok(body.bytes()), answer.release());
    return body.hasBinary()
        ? response
            .type(MediaType.APPLICATION_OCTET_STREAM)
            .header(JSON_LENGTH, body.jsonLength())
            .build()
        : response.type(MediaType.APPLICATION_JSON).build();
  }

  private static Response.ResponseBuilder named(
      Response.ResponseBuilder response, Release release) {
    return response
        .header(AnsweredBy.DIGEST, release.digest())
        .header(AnsweredBy.RELEASE, release.id());
  }
}
