package org.assay.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.assay.api.Problem;

/// The public API, spoken to as a person with that person's own token. Whatever is not done is
/// refused with the server's own sentence.
final class Connection {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String JSON_TYPE = "application/json";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();
  private final URI api;
  private final Tokens tokens;

  Connection(LoaderSettings settings) {
    this.api = settings.api();
    this.tokens = new Tokens(http, settings);
  }

  <T> T get(Person person, String path, TypeReference<T> type) {
    return read(accepted(person, send(person, "GET", path, JSON_TYPE, nothing())), type);
  }

  /// What a path holds, or nothing where the server says 404.
  <T> Optional<T> find(Person person, String path, TypeReference<T> type) {
    HttpResponse<String> response = send(person, "GET", path, JSON_TYPE, nothing());
    return response.statusCode() == 404
        ? Optional.empty()
        : Optional.of(read(accepted(person, response), type));
  }

  <T> T post(Person person, String path, Object body, TypeReference<T> type) {
    return read(accepted(person, send(person, "POST", path, JSON_TYPE, body(body))), type);
  }

  void post(Person person, String path) {
    accepted(person, send(person, "POST", path, JSON_TYPE, nothing()));
  }

  void put(Person person, String path, Object body) {
    accepted(person, send(person, "PUT", path, JSON_TYPE, body(body)));
  }

  void upload(Person person, String path, byte[] content) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(content);
    accepted(person, send(person, "PUT", path, "application/octet-stream", bytes));
  }

  private HttpResponse<String> send(
      Person person, String method, String path, String type, BodyPublisher body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(api + "/api/v1" + path))
              .timeout(TIMEOUT)
              .header("Authorization", "Bearer " + tokens.of(person))
              .header("Accept", JSON_TYPE + ", " + Problem.MEDIA_TYPE)
              .header("Content-Type", type)
              .method(method, body)
              .build();
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DemoStopped(
          "Assay at "
              + api
              + " does not answer "
              + method
              + " "
              + path
              + ": start it with ./assay up.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoStopped("The demo was interrupted: run it again to go on.", e);
    }
  }

  private HttpResponse<String> accepted(Person person, HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return response;
    }
    HttpRequest request = response.request();
    throw new DemoStopped(
        person.userName()
            + " was refused "
            + request.method()
            + " "
            + request.uri().getPath()
            + " with "
            + response.statusCode()
            + ": "
            + reason(response));
  }

  private String reason(HttpResponse<String> response) {
    try {
      Problem problem = json.readValue(response.body(), Problem.class);
      String remedy = problem.remedy() == null ? "" : " " + problem.remedy();
      String errors = problem.errors() == null ? "" : " " + String.join("; ", problem.errors());
      return problem.detail() + errors + remedy;
    } catch (JsonProcessingException e) {
      return "the answer is no problem document (" + e.getOriginalMessage() + ").";
    }
  }

  private <T> T read(HttpResponse<String> response, TypeReference<T> type) {
    try {
      return json.readValue(response.body(), type);
    } catch (JsonProcessingException e) {
      throw new DemoStopped(
          "The answer of "
              + response.request().uri().getPath()
              + " is not what the API promises: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private BodyPublisher body(Object value) {
    try {
      return BodyPublishers.ofString(json.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), e);
    }
  }

  private static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }
}
