package org.assay.api.assessments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.assay.api.Answers;

/// The examination of a version, and what it found. A report that does not exist yet is 404 with
/// the sentence what it waits for.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AssessmentsApi {
  /// Gives the plan and starts the assessment; answers 202. Role: owner, of the own model, before
  /// the version is submitted.
  @Answers(202)
  @POST
  @Path("/models/{name}/versions/{number}/assessments")
  AssessmentView assess(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @Valid @NotNull AssessmentPlan plan);

  @GET
  @Path("/models/{name}/versions/{number}/assessments")
  AssessmentView assessment(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/models/{name}/versions/{number}/intake")
  IntakeView intake(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/models/{name}/versions/{number}/bias-audit")
  BiasAuditView biasAudit(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/models/{name}/versions/{number}/explanation")
  ExplanationView explanation(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/models/{name}/versions/{number}/gate")
  GateView gate(@PathParam("name") String name, @PathParam("number") int number);
}
