package org.assay.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every endpoint, called as every role. The things named do not exist, so whoever may call gets
/// another answer than 401 or 403, and nothing is changed by anybody.
@QuarkusTest
@WithTestResource(TestStackResource.class)
class RoleMatrixIT {
  private static final Map<String, String> PERSON_OF =
      Map.of("owner", "olivia", "reviewer", "ravi", "admin", "ada", "auditor", "audrey");
  private static final Map<String, String> SERVICE_OF =
      Map.of("consumer", "assay-app", "serving", "assay-serving");
  private static final String STAFF = "owner reviewer admin auditor";
  private static final String MODEL = "/api/v1/models/{name}";
  private static final String VERSION = MODEL + "/versions/{number}";
  private static final List<Class<?>> CONTRACT =
      List.of(
          MeApi.class,
          ModelsApi.class,
          VersionsApi.class,
          DatasetsApi.class,
          AssessmentsApi.class,
          ReviewsApi.class,
          ReleasesApi.class,
          PoliciesApi.class,
          AuditApi.class,
          JobsApi.class,
          OverviewApi.class,
          MonitoringApi.class,
          PeopleApi.class);

  /// Who may call what; what is not in this table fails the first test.
  private static final Map<String, String> ALLOWED = new LinkedHashMap<>();

  static {
    ALLOWED.put("GET /api/v1/me", STAFF + " consumer serving");
    ALLOWED.put("POST /api/v1/models", "owner");
    ALLOWED.put("GET /api/v1/models", STAFF);
    ALLOWED.put("GET " + MODEL, STAFF);
    ALLOWED.put("PUT " + MODEL, "owner");
    ALLOWED.put("POST " + MODEL + "/versions", "owner");
    ALLOWED.put("GET " + MODEL + "/versions", STAFF);
    ALLOWED.put("GET " + VERSION, STAFF);
    ALLOWED.put("PUT " + VERSION + "/card", "owner");
    ALLOWED.put("PUT " + VERSION + "/files/{file}", "owner");
    ALLOWED.put("DELETE " + VERSION + "/files/{file}", "owner");
    ALLOWED.put("POST " + VERSION + "/seal", "owner");
    ALLOWED.put("POST " + VERSION + "/withdrawal", "owner");
    ALLOWED.put("GET " + VERSION + "/events", STAFF);
    ALLOWED.put("POST " + VERSION + "/assessments", "owner");
    ALLOWED.put("GET " + VERSION + "/assessments", STAFF);
    ALLOWED.put("GET " + VERSION + "/intake", STAFF);
    ALLOWED.put("GET " + VERSION + "/bias-audit", STAFF);
    ALLOWED.put("GET " + VERSION + "/explanation", STAFF);
    ALLOWED.put("GET " + VERSION + "/gate", STAFF);
    ALLOWED.put("POST " + VERSION + "/reviews", "owner");
    ALLOWED.put("GET " + VERSION + "/reviews", STAFF);
    ALLOWED.put("GET /api/v1/reviews", STAFF);
    ALLOWED.put("GET /api/v1/reviews/{id}", STAFF);
    ALLOWED.put("POST /api/v1/reviews/{id}/decisions", "reviewer");
    ALLOWED.put("POST /api/v1/reviews/{id}/claim", "reviewer");
    ALLOWED.put("DELETE /api/v1/reviews/{id}/claim", "reviewer");
    ALLOWED.put("GET /api/v1/reviews/{id}/comments", STAFF);
    ALLOWED.put("POST /api/v1/reviews/{id}/comments", STAFF);
    ALLOWED.put("POST " + VERSION + "/releases", "admin");
    ALLOWED.put("GET /api/v1/releases", STAFF);
    ALLOWED.put("GET /api/v1/releases/{id}", STAFF);
    ALLOWED.put("POST /api/v1/releases/{id}/revocation", "admin");
    ALLOWED.put("POST /api/v1/releases/{id}/suspension", "admin");
    ALLOWED.put("POST /api/v1/releases/{id}/resumption", "admin");
    ALLOWED.put("GET /api/v1/releases/{id}/bundle", "serving admin auditor");
    ALLOWED.put("GET /api/v1/releases/{id}/files/{file}", "serving");
    ALLOWED.put("GET /api/v1/releases/feed", "serving");
    ALLOWED.put("POST /api/v1/datasets", "owner");
    ALLOWED.put("GET /api/v1/datasets", STAFF);
    ALLOWED.put("GET /api/v1/datasets/{id}", STAFF);
    ALLOWED.put("PUT /api/v1/datasets/{id}/content", "owner");
    ALLOWED.put("PUT /api/v1/datasets/{id}/classification", "owner");
    ALLOWED.put("POST /api/v1/datasets/{id}/grants", STAFF);
    ALLOWED.put("GET /api/v1/datasets/{id}/grants", STAFF);
    ALLOWED.put("POST /api/v1/grants/{id}/decision", "owner");
    ALLOWED.put("POST /api/v1/grants/{id}/revocation", STAFF);
    ALLOWED.put("GET /api/v1/datasets/{id}/rows", STAFF);
    ALLOWED.put("GET /api/v1/grants", STAFF);
    ALLOWED.put("GET /api/v1/datasets/{id}/reads", STAFF);
    ALLOWED.put("POST /api/v1/datasets/{id}/mask-examples", STAFF);
    ALLOWED.put("GET /api/v1/policies", STAFF);
    ALLOWED.put("GET /api/v1/audit/events", "auditor admin");
    ALLOWED.put("GET /api/v1/audit/events/{id}", "auditor admin");
    ALLOWED.put("GET /api/v1/audit/export.csv", "auditor admin");
    ALLOWED.put("GET /api/v1/audit/export.json", "auditor admin");
    ALLOWED.put("GET /api/v1/jobs", STAFF);
    ALLOWED.put("GET /api/v1/jobs/{id}", STAFF);
    ALLOWED.put("POST /api/v1/jobs/{id}/cancellation", "owner admin");
    ALLOWED.put("POST /api/v1/jobs/{id}/retry", "owner admin");
    ALLOWED.put("GET /api/v1/overview", STAFF);
    ALLOWED.put("GET /api/v1/versions", STAFF);
    ALLOWED.put("GET /api/v1/traffic", STAFF);
    ALLOWED.put("GET /api/v1/releases/{id}/traffic", STAFF);
    ALLOWED.put("GET /api/v1/parts", "admin auditor");
    ALLOWED.put("GET /api/v1/people", "admin auditor");
  }

  static Stream<String> endpoints() {
    return ALLOWED.keySet().stream();
  }

  @Test
  void theTableNamesEveryEndpointOfTheContractAndNoOther() {
    Set<String> contract =
        CONTRACT.stream().flatMap(RoleMatrixIT::endpointsOf).collect(Collectors.toSet());
    assertThat(ALLOWED.keySet()).containsExactlyInAnyOrderElementsOf(contract);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void onlyTheRolesNamedGetPastTheDoor(String endpoint) throws SQLException {
    long events = Sql.events();
    assertThat(call(endpoint, given().contentType("application/json")).statusCode())
        .as(endpoint + " without a token")
        .isEqualTo(401);
    Set<String> allowed = Set.of(ALLOWED.get(endpoint).split(" "));
    for (String role : List.of("owner", "reviewer", "admin", "auditor", "consumer", "serving")) {
      Response answer = call(endpoint, request(role));
      if (allowed.contains(role)) {
        assertThat(answer.statusCode())
            .as(endpoint + " as " + role + ": " + answer.asString())
            .isNotIn(401, 403, 405, 500);
      } else {
        assertThat(answer.statusCode()).as(endpoint + " as " + role).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("application/problem+json");
      }
    }
    assertThat(Sql.events()).as("no call left a trace").isEqualTo(events);
  }

  private static RequestSpecification request(String role) {
    return PERSON_OF.containsKey(role)
        ? People.as(PERSON_OF.get(role))
        : People.asService(SERVICE_OF.get(role));
  }

  private static Response call(String endpoint, RequestSpecification request) {
    String[] parts = endpoint.split(" ");
    boolean event = parts[1].contains("audit/events");
    String path =
        parts[1]
            .replace("{name}", "nothing-here")
            .replace("{number}", "1")
            .replace("{file}", "model.onnx")
            .replace("{id}", event ? "999999999" : "00000000-0000-0000-0000-000000000000");
    if (path.contains("/audit/export")) {
      // An export is on the record; one of no readable time is refused behind the door.
      path += "?from=nothing-here";
    }
    boolean raw = path.endsWith("/files/model.onnx") || path.endsWith("/content");
    if (raw && parts[0].equals("PUT")) {
      request = request.contentType("application/octet-stream").body(new byte[] {1, 2, 3});
    } else if (!parts[0].equals("GET") && !parts[0].equals("DELETE")) {
      request = request.body("{}");
    }
    return request.request(parts[0], path);
  }

  private static Stream<String> endpointsOf(Class<?> api) {
    String root = api.getAnnotation(Path.class).value();
    return Arrays.stream(api.getMethods()).map(m -> verb(m) + " " + root + path(m));
  }

  private static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(t -> t.isAnnotationPresent(HttpMethod.class))
        .map(t -> t.getAnnotation(HttpMethod.class).value())
        .findFirst()
        .orElseThrow();
  }

  private static String path(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }
}
