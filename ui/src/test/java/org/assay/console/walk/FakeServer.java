package org.assay.console.walk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.api.Page;
import org.assay.api.Problem;

/// An HTTP server that answers as the contract says, from memory, so that the console can be walked
/// without the real one. Who calls is read from the bearer token, which it does not verify.
final class FakeServer implements AutoCloseable {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  /// What answers a call.
  @FunctionalInterface
  interface Answer {
    Object give(Call call) throws IOException;
  }

  /// A call: who, the path's parts and the body.
  record Call(String caller, Matcher path, HttpExchange exchange) {
    String part(int number) {
      return path.group(number);
    }

    int number(int number) {
      return Integer.parseInt(path.group(number));
    }

    <T> T body(Class<T> kind) throws IOException {
      return JSON.readValue(exchange.getRequestBody().readAllBytes(), kind);
    }

    /// A query parameter as it was given; nothing where it was not.
    String query(String name) {
      var given = exchange.getRequestURI().getQuery();
      return given == null
          ? null
          : Arrays.stream(given.split("&", -1))
              .filter(pair -> pair.startsWith(name + "="))
              .map(pair -> pair.substring(name.length() + 1))
              .findFirst()
              .orElse(null);
    }

    String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    boolean asks(String query) {
      var given = exchange.getRequestURI().getQuery();
      return given != null && given.contains(query);
    }
  }

  /// An answer that is no JSON.
  record Text(String type, String content) {}

  /// A refusal.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(int status, String title, String detail, String remedy) {
      super(detail);
      problem = new Problem("urn:assay:problem:test", title, status, detail, remedy, null, null);
    }
  }

  private record Route(String method, Pattern path, Answer answer) {}

  private final HttpServer http;
  private final List<Route> routes = new CopyOnWriteArrayList<>();

  FakeServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::handle);
    http.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /// A later answer goes before an earlier one to the same call.
  ///
  /// @param path a pattern below `/api/v1`, whose groups the answer reads
  void on(String method, String path, Answer answer) {
    routes.addFirst(new Route(method, Pattern.compile("/api/v1" + path), answer));
  }

  /// Forgets every answer; all is 404 until told otherwise.
  void forget() {
    routes.clear();
  }

  static <T> Page<T> page(List<T> items) {
    return new Page<>(items, items.size(), 0, 50);
  }

  /// Breaks the connection without an answer.
  static Object hangUp(Call call) throws IOException {
    throw new IOException("no answer to " + call.exchange().getRequestURI());
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      var answer = answer(exchange);
      if (answer instanceof Text text) {
        send(exchange, text.type(), text.content());
      } else {
        send(exchange, 200, "application/json", answer);
      }
    } catch (Refused refused) {
      send(exchange, refused.problem.status(), Problem.MEDIA_TYPE, refused.problem);
    } catch (RuntimeException broken) {
      var problem = new Problem("about:blank", "Broken", 500, broken.toString(), null, "x", null);
      send(exchange, 500, Problem.MEDIA_TYPE, problem);
    } finally {
      exchange.close();
    }
  }

  private Object answer(HttpExchange exchange) throws IOException {
    var caller = caller(exchange);
    var path = exchange.getRequestURI().getPath();
    for (var route : routes) {
      var matcher = route.path.matcher(path);
      if (route.method.equals(exchange.getRequestMethod()) && matcher.matches()) {
        return route.answer.give(new Call(caller, matcher, exchange));
      }
    }
    throw new Refused(404, "Not found", "There is nothing at " + path + " yet.", null);
  }

  private static String caller(HttpExchange exchange) throws IOException {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      throw new Refused(401, "Not signed in", "No bearer token came with the call.", "Sign in.");
    }
    var payload = Base64.getUrlDecoder().decode(header.split("\\.", -1)[1]);
    return JSON.readTree(payload).path("preferred_username").asText();
  }

  private static void send(HttpExchange exchange, String type, String content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, Object body)
      throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
