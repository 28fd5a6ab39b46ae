package org.assay.api.models;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.assay.api.Answers;
import org.assay.api.audit.EventView;

/// Versions of a model: begin, upload, seal.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VersionsApi {
  /// Begins a draft. Role: owner, and only of the own model.
  @Answers(201)
  @POST
  @Path("/models/{name}/versions")
  VersionView create(@PathParam("name") String name, @Valid @NotNull NewVersion version);

  /// All versions, the newest first.
  @GET
  @Path("/models/{name}/versions")
  List<VersionView> list(@PathParam("name") String name);

  @GET
  @Path("/models/{name}/versions/{number}")
  VersionView get(@PathParam("name") String name, @PathParam("number") int number);

  /// Replaces the card; until the version is submitted.
  @PUT
  @Path("/models/{name}/versions/{number}/card")
  VersionView changeCard(
      @PathParam("name") String name, @PathParam("number") int number, @Valid @NotNull Card card);

  /// Stores a file, raw, streamed and hashed as it comes. The same name again replaces the file, so
  /// a broken upload is simply repeated. Refused once the version is sealed.
  ///
  /// @param file `model.onnx` or the name of an external-data file, `[A-Za-z0-9._-]{1,128}`
  @PUT
  @Path("/models/{name}/versions/{number}/files/{file}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  FileView upload(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @PathParam("file") String file,
      InputStream content);

  /// Takes a file out again; until the version is sealed.
  @DELETE
  @Path("/models/{name}/versions/{number}/files/{file}")
  void removeFile(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @PathParam("file") String file);

  /// Fixes the set of files, computes the version's digest and starts intake.
  @POST
  @Path("/models/{name}/versions/{number}/seal")
  @Consumes(MediaType.WILDCARD)
  VersionView seal(@PathParam("name") String name, @PathParam("number") int number);

  /// Takes a version that is not decided yet out of the line for good.
  @POST
  @Path("/models/{name}/versions/{number}/withdrawal")
  @Consumes(MediaType.WILDCARD)
  VersionView withdraw(@PathParam("name") String name, @PathParam("number") int number);

  /// Everything that happened to this version, the newest first.
  @GET
  @Path("/models/{name}/versions/{number}/events")
  List<EventView> events(@PathParam("name") String name, @PathParam("number") int number);
}
