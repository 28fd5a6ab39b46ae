package org.assay.serving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assay.api.releases.ReleaseFeed.Live;

/// A control plane by hand: what it answers lies in a folder, so that tests in another class loader
/// can change it. Whoever asks must come with a token of role `serving`.
public final class FolderControlPlane {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "/api/v1/releases/";

  private final Path folder;

  /// @param folder shared by the server and whoever steers it
  public FolderControlPlane(Path folder) {
    this.folder = folder;
  }

  /// Listens on a free port of this machine.
  ///
  /// @return the port
  public int listen() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
      server.createContext(ROOT, this::answer);
      server.start();
      return server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(ROOT.length());
      if (Files.exists(folder.resolve("gone"))) {
        return;
      }
      if (!isServing(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 403, new byte[0], "text/plain");
      } else if (path.equals("feed")) {
        send(exchange, 200, feed(), "application/json");
      } else {
        sendFile(exchange, folder.resolve(path));
      }
    }
  }

  private byte[] feed() throws IOException {
    ObjectNode feed = (ObjectNode) JSON.readTree(Files.readString(folder.resolve("feed.json")));
    return feed.put("at", Instant.now().toString()).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void sendFile(HttpExchange exchange, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      send(exchange, 404, new byte[0], "text/plain");
    } else if (file.endsWith("bundle")) {
      send(exchange, 200, Files.readAllBytes(file), "application/json");
    } else {
      send(exchange, 200, Files.readAllBytes(file), "application/octet-stream");
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body, String type)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static boolean isServing(String authorization) throws IOException {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return false;
    }
    byte[] claims = Base64.getUrlDecoder().decode(authorization.split("\\.")[1]);
    List<String> roles = new ArrayList<>();
    JSON.readTree(claims).at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
    return roles.contains("serving");
  }

  /// Makes it unreachable, or reachable again.
  public void gone(boolean gone) {
    try {
      if (gone) {
        Files.writeString(folder.resolve("gone"), "");
      } else {
        Files.deleteIfExists(folder.resolve("gone"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts a release where it can be fetched; the feed does not name it yet.
  public void store(House.Signed release) {
    try {
      Path own = folder.resolve(release.live().id().toString());
      Files.createDirectories(own.resolve("files"));
      Files.writeString(own.resolve("bundle"), release.bundle());
      for (Map.Entry<String, byte[]> file : release.files().entrySet()) {
        Files.write(own.resolve("files").resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the feed, whole.
  public void publish(long epoch, Iterable<Live> live) {
    ObjectNode feed = JSON.createObjectNode().put("epoch", epoch);
    ArrayNode list = feed.putArray("live");
    for (Live each : live) {
      list.addObject()
          .put("id", each.id().toString())
          .put("model", each.model())
          .put("version", each.version())
          .put("digest", each.digest())
          .put("expiresAt", each.expiresAt().toString());
    }
    try {
      Path part = folder.resolve("feed-" + UUID.randomUUID());
      Files.writeString(part, feed.toString());
      Files.move(part, folder.resolve("feed.json"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
