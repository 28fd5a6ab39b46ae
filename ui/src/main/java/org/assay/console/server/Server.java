package org.assay.console.server;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.api.MeApi;
import org.assay.api.assessments.AssessmentsApi;
import org.assay.api.audit.AuditApi;
import org.assay.api.datasets.DatasetsApi;
import org.assay.api.jobs.JobsApi;
import org.assay.api.models.ModelsApi;
import org.assay.api.models.VersionsApi;
import org.assay.api.monitoring.MonitoringApi;
import org.assay.api.overview.OverviewApi;
import org.assay.api.people.PeopleApi;
import org.assay.api.policies.PoliciesApi;
import org.assay.api.releases.ReleasesApi;
import org.assay.api.reviews.ReviewsApi;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Assay's API in the name of the signed-in person. Every call may throw [Refusal] (the server
/// said no, and why) or `jakarta.ws.rs.ProcessingException` (the server was not reached).
@ApplicationScoped
public class Server {
  @Inject @RestClient MeClient me;
  @Inject @RestClient ModelsClient models;
  @Inject @RestClient VersionsClient versions;
  @Inject @RestClient VersionsUploadClient versionUploads;
  @Inject @RestClient AssessmentsClient assessments;
  @Inject @RestClient ReviewsClient reviews;
  @Inject @RestClient ReleasesClient releases;
  @Inject @RestClient DatasetsClient datasets;
  @Inject @RestClient DatasetsUploadClient datasetUploads;
  @Inject @RestClient AuditClient audit;
  @Inject @RestClient JobsClient jobs;
  @Inject @RestClient OverviewClient overview;
  @Inject @RestClient MonitoringClient monitoring;
  @Inject @RestClient PeopleClient people;
  @Inject @RestClient PoliciesClient policies;

  @Inject SecurityIdentity identity;

  @Inject ServingConfig serving;

  /// Where applications reach released models.
  public String servingUrl() {
    return serving.url();
  }

  /// The realm where applications get their tokens.
  public String realmUrl() {
    return serving.realm();
  }

  /// Who is signed in, as the sign-in says; what they may do, the server decides each time.
  public Person person() {
    var principal = identity.getPrincipal();
    var subject = principal.getName();
    var name =
        principal instanceof JsonWebToken token && token.getClaim("name") instanceof String given
            ? given
            : subject;
    return new Person(subject, name, identity.getRoles());
  }

  public MeApi me() {
    return me;
  }

  public ModelsApi models() {
    return models;
  }

  public VersionsApi versions() {
    return versions;
  }

  /// For `upload` alone: waits as long as a large file needs.
  public VersionsApi versionUploads() {
    return versionUploads;
  }

  public AssessmentsApi assessments() {
    return assessments;
  }

  public ReviewsApi reviews() {
    return reviews;
  }

  public ReleasesApi releases() {
    return releases;
  }

  public DatasetsApi datasets() {
    return datasets;
  }

  /// For `upload` alone: waits as long as a large file needs.
  public DatasetsApi datasetUploads() {
    return datasetUploads;
  }

  public AuditApi audit() {
    return audit;
  }

  public JobsApi jobs() {
    return jobs;
  }

  public OverviewApi overview() {
    return overview;
  }

  public MonitoringApi monitoring() {
    return monitoring;
  }

  public PeopleApi people() {
    return people;
  }

  public PoliciesApi policies() {
    return policies;
  }

  /// What the call gives, or nothing where the server says there is nothing yet (404).
  public static <T> Optional<T> ifThere(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return Optional.empty();
      }
      throw refusal;
    }
  }
}
