package org.assay.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/// A serving by hand, as the server sees one: it answers with what lies in a folder, so that a test
/// says what it has counted. Without the folder it answers with the status 503.
final class FileServing {
  private static final Map<String, String> FILES =
      Map.of("/q/metrics", "metrics", "/v2", "about.json", "/v2/health/ready", "ready.json");

  private FileServing() {}

  /// @return its address
  static String start(Path folder) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
      server.createContext("/", exchange -> answer(exchange, folder));
      server.start();
      return "http://localhost:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange, Path folder) throws IOException {
    Path file = folder.resolve(FILES.getOrDefault(exchange.getRequestURI().getPath(), "none"));
    boolean there = Files.exists(file);
    byte[] body = there ? Files.readAllBytes(file) : "not here".getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(there ? 200 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
