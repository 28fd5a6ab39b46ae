package org.assay.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.assay.devstack.TestStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A release that is stopped for now and answers again, without a restart.
@QuarkusTest
@QuarkusTestResource(ServingStack.class)
class SuspensionIT {
  private static final String MODEL = "suspended";
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration PROMISE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ConfigProperty(name = ServingStack.FOLDER)
  String folder;

  @TestHTTPResource("/")
  URI root;

  private Published published;
  private String token;

  @BeforeEach
  void trust() {
    published = new Published(folder);
    token = TestStack.shared().tokens().service("assay-app");
  }

  @Test
  void aSuspendedReleaseIsRefusedWithASentenceAndAResumedOneAnswersAgain() {
    House.Signed release = Published.HOUSE.sign(MODEL, 1, House.open());
    published.release(release);
    awaitAnswer(200);
    published.suspend(release);
    assertThat(awaitAnswer(409)).isLessThan(PROMISE);
    assertThat(infer().body())
        .contains("model suspended is not released any more: it was suspended");
    published.resume(release);
    assertThat(awaitAnswer(200)).isLessThan(PROMISE);
    assertThat(infer().headers().firstValue("Assay-Release"))
        .contains(release.live().id().toString());
    // The feed from the time of the suspension, replayed, is no contact and stops nothing.
    published.replay();
    Await.until("the replay is stale", LIMIT, () -> contactAge() > 2.5);
    assertThat(infer().statusCode()).isEqualTo(200);
    published.publish();
    Await.until("contact again", LIMIT, () -> contactAge() < 2);
    published.suspend(release);
    assertThat(awaitAnswer(409)).isLessThan(PROMISE);
    // The feed from before, replayed, brings nothing back.
    published.replay(release.live());
    Await.until("the replay is stale", LIMIT, () -> contactAge() > 2.5);
    assertThat(infer().statusCode()).isEqualTo(409);
    published.publish();
    Await.until("contact again", LIMIT, () -> contactAge() < 2);
  }

  private Duration awaitAnswer(int status) {
    return Await.until("answer " + status, LIMIT, () -> infer().statusCode() == status);
  }

  private HttpResponse<String> infer() {
    ObjectNode request = new ObjectMapper().createObjectNode();
    ObjectNode input = request.putArray("inputs").addObject();
    input.put("name", "float_input").put("datatype", "FP32");
    input.putArray("shape").add(1).add(11);
    var data = input.putArray("data");
    for (int i = 0; i < 11; i++) {
      data.add(0.5);
    }
    return send(
        HttpRequest.newBuilder(root.resolve("v2/models/" + MODEL + "/infer"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(request.toString())));
  }

  private double contactAge() {
    return send(HttpRequest.newBuilder(root.resolve("q/metrics")))
        .body()
        .lines()
        .filter(line -> line.startsWith("assay_serving_contact_age_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
