package org.assay.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.api.Problem;

/// HTTP for [FakeAssay]: tokens that are user names, routes, problem documents, and answers that
/// get lost on purpose.
final class FakeServer implements AutoCloseable {
  /// A request, understood.
  @SuppressWarnings("ArrayRecordComponent")
  record Call(String person, List<String> in, byte[] body) {
    <T> T as(Class<T> type) {
      try {
        return JSON.readValue(body, type);
      } catch (IOException e) {
        throw new Refusal(400, e.getMessage(), null);
      }
    }
  }

  interface Handler {
    Object answer(Call call);
  }

  /// What the fake refuses, as the server would say it.
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Problem problem;

    Refusal(int status, String detail, String remedy) {
      super(detail);
      problem =
          new Problem("urn:assay:problem:test", "Refused", status, detail, remedy, null, null);
    }
  }

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private record Route(String method, Pattern path, Handler handler) {}

  private final List<Route> routes = new ArrayList<>();
  private final HttpServer server;

  /// Every change that was carried out, such as `olivia POST /models`.
  final List<String> writes = new ArrayList<>();

  /// The number of the write, from 0, that breaks; -1 for none.
  int breaksAt = -1;

  /// Whether the breaking write is carried out before its answer is lost.
  boolean carriedOut;

  private int tried;

  FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  LoaderSettings settings(Duration limit) {
    URI address =
        URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port());
    return new LoaderSettings(
        address, address.resolve("/token"), "assay", "consumer-one", limit, Duration.ofMillis(1));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /// @param path below `/api/v1`, `*` for one segment
  void on(String method, String path, Handler handler) {
    routes.add(
        new Route(method, Pattern.compile("/api/v1" + path.replace("*", "([^/]+)")), handler));
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange, exchange.getRequestURI().getPath());
      } catch (Refusal refusal) {
        send(exchange, refusal.problem.status(), refusal.problem);
      }
    }
  }

  private void answerToken(HttpExchange exchange) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String field : body.split("&", -1)) {
      String[] pair = field.split("=", 2);
      form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    if (form.get("client_id").equals("assay-cli") && form.get("password").equals("assay")) {
      send(exchange, 200, Map.of("access_token", form.get("username"), "expires_in", 300));
    } else {
      send(exchange, 401, Map.of("error_description", "Invalid user credentials"));
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/token")) {
      answerToken(exchange);
      return;
    }
    String method = exchange.getRequestMethod();
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String person = bearer.substring("Bearer ".length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        List<String> in = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
          in.add(matcher.group(group));
        }
        send(exchange, 200, carryOut(method, path, route, new Call(person, in, body)));
        return;
      }
    }
    throw new Refusal(404, method + " " + path + " is nothing here", null);
  }

  private Object carryOut(String method, String path, Route route, Call call) {
    if (method.equals("GET")) {
      return route.handler().answer(call);
    }
    boolean breaks = tried++ == breaksAt;
    if (breaks && !carriedOut) {
      throw new Refusal(503, "the connection broke", null);
    }
    Object answer = route.handler().answer(call);
    writes.add(call.person() + " " + method + " " + path.substring("/api/v1".length()));
    if (breaks) {
      throw new Refusal(503, "the answer was lost", null);
    }
    return answer;
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
