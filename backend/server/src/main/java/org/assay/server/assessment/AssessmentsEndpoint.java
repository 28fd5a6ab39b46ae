package org.assay.server.assessment;

import jakarta.annotation.security.RolesAllowed;
import org.assay.api.assessments.AssessmentPlan;
import org.assay.api.assessments.AssessmentView;
import org.assay.api.assessments.AssessmentsApi;
import org.assay.api.assessments.BiasAuditView;
import org.assay.api.assessments.ExplanationView;
import org.assay.api.assessments.GateView;
import org.assay.api.assessments.IntakeView;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class AssessmentsEndpoint implements AssessmentsApi {
  private final Assessments assessments;
  private final Reports reports;
  private final CurrentCaller caller;

  AssessmentsEndpoint(Assessments assessments, Reports reports, CurrentCaller caller) {
    this.assessments = assessments;
    this.reports = reports;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public AssessmentView assess(String name, int number, AssessmentPlan plan) {
    return assessments.assess(name, number, plan, caller.get());
  }

  @Override
  public AssessmentView assessment(String name, int number) {
    return assessments.view(name, number);
  }

  @Override
  public IntakeView intake(String name, int number) {
    return reports.intake(name, number);
  }

  @Override
  public BiasAuditView biasAudit(String name, int number) {
    return reports.biasAudit(name, number);
  }

  @Override
  public ExplanationView explanation(String name, int number) {
    return reports.explanation(name, number, caller.get());
  }

  @Override
  public GateView gate(String name, int number) {
    return reports.gate(name, number);
  }
}
