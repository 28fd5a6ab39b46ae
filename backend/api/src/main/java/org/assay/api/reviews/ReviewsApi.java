package org.assay.api.reviews;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.assay.api.Answers;
import org.assay.api.Page;
import org.jspecify.annotations.Nullable;

/// Reviews: ask, decide.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ReviewsApi {
  /// Submits a sealed version. Its files, card and plan are fixed from here on. The review opens
  /// when the assessment is complete. Role: owner, of the own model.
  @Answers(201)
  @POST
  @Path("/models/{name}/versions/{number}/reviews")
  ReviewView submit(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @Valid @NotNull NewReview review);

  /// The reviews of one version, the newest first.
  @GET
  @Path("/models/{name}/versions/{number}/reviews")
  List<ReviewView> ofVersion(@PathParam("name") String name, @PathParam("number") int number);

  /// Reviews, the one that is due first at the top.
  ///
  /// @param mine only those the caller may decide and has not decided
  @GET
  @Path("/reviews")
  Page<ReviewView> list(
      @QueryParam("state") @Nullable ReviewState state,
      @QueryParam("mine") @DefaultValue("false") boolean mine,
      @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size);

  @GET
  @Path("/reviews/{id}")
  ReviewView get(@PathParam("id") UUID id);

  /// Decides. One person, one vote; never the requester, the author, the model's or the data's
  /// owner. Role: reviewer.
  @POST
  @Path("/reviews/{id}/decisions")
  ReviewView decide(@PathParam("id") UUID id, @Valid @NotNull NewDecision decision);

  /// Takes a review on, so that colleagues see who reads it. A claim keeps nobody from deciding; a
  /// later claim takes over from an earlier one. Only who may decide on it.
  @POST
  @Path("/reviews/{id}/claim")
  @Consumes(MediaType.WILDCARD)
  ReviewView claim(@PathParam("id") UUID id);

  /// Gives a claimed review back to the team. By who holds the claim.
  @DELETE
  @Path("/reviews/{id}/claim")
  ReviewView unclaim(@PathParam("id") UUID id);

  /// The discussion, the oldest first.
  @GET
  @Path("/reviews/{id}/comments")
  List<CommentView> comments(@PathParam("id") UUID id);

  /// Says something, pinned to the evidence as it is now. Roles: owner of the model, reviewer,
  /// admin, auditor; while the review is not closed.
  @Answers(201)
  @POST
  @Path("/reviews/{id}/comments")
  CommentView comment(@PathParam("id") UUID id, @Valid @NotNull NewComment comment);
}
