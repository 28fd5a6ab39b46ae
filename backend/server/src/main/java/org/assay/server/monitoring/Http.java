package org.assay.server.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// Asks other parts by HTTP, with little patience.
@ApplicationScoped
class Http {
  private final HttpClient client;
  private final MonitoringConfig config;

  Http(MonitoringConfig config) {
    this.config = config;
    this.client = HttpClient.newBuilder().connectTimeout(config.patience()).build();
  }

  HttpResponse<String> get(URI address) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(config.patience()).GET().build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The question was broken off.", e);
    }
  }

  /// The address under every number that its name stands for: behind one name there may be several
  /// processes. Over TLS the name itself is needed, so it stays one.
  static List<URI> each(URI address) throws UnknownHostException {
    if (!"http".equals(address.getScheme()) || address.getHost() == null) {
      return List.of(address);
    }
    List<URI> all = new ArrayList<>();
    for (InetAddress number : InetAddress.getAllByName(address.getHost())) {
      if (!number.isLoopbackAddress() || all.isEmpty()) {
        all.add(number.isLoopbackAddress() ? address : at(address, number));
      }
    }
    return all;
  }

  private static URI at(URI address, InetAddress number) {
    try {
      return new URI(
          address.getScheme(),
          null,
          number.getHostAddress(),
          address.getPort(),
          address.getPath(),
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(address + " is no address", e);
    }
  }

  /// An address below another.
  static URI below(URI root, String path) {
    String text = root.toString();
    return URI.create((text.endsWith("/") ? text : text + "/") + path);
  }
}
