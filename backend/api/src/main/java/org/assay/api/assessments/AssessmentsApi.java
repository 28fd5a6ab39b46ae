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

/// The examination of a version, and what it found. A report that does not exist yet is 404 with
/// the sentence what it waits for.
@Path("/api/v1/models/{name}/versions/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AssessmentsApi {
  /// Gives the plan and starts the assessment; answers 202. Role: owner, of the own model, before
  /// the version is submitted.
  @POST
  @Path("/assessments")
  AssessmentView assess(
      @PathParam("name") String name,
      @PathParam("number") int number,
      @Valid @NotNull AssessmentPlan plan);

  @GET
  @Path("/assessments")
  AssessmentView assessment(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/intake")
  IntakeView intake(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/bias-audit")
  BiasAuditView biasAudit(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/explanation")
  ExplanationView explanation(@PathParam("name") String name, @PathParam("number") int number);

  @GET
  @Path("/gate")
  GateView gate(@PathParam("name") String name, @PathParam("number") int number);
}
