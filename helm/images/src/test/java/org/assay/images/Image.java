package org.assay.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An image in a tar.
///
/// @param config what a runtime reads: user, entrypoint, environment
/// @param layers the files of each layer, the lowest first
record Image(Path tar, JsonNode config, List<List<TarArchiveEntry>> layers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Image read(Path tar) {
    try {
      JsonNode manifest = JSON.readTree(entry(tar, "manifest.json")).get(0);
      JsonNode config = JSON.readTree(entry(tar, manifest.path("Config").asText()));
      List<List<TarArchiveEntry>> layers = new ArrayList<>();
      for (JsonNode layer : manifest.path("Layers")) {
        List<TarArchiveEntry> files = new ArrayList<>();
        try (TarArchiveInputStream in = layer(tar, layer.asText())) {
          for (TarArchiveEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
            files.add(file);
          }
        }
        layers.add(files);
      }
      return new Image(tar, config.path("config"), layers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the image " + tar, e);
    }
  }

  List<String> files() {
    return layers.stream()
        .flatMap(List::stream)
        .filter(file -> !file.isDirectory())
        .map(file -> "/" + file.getName())
        .toList();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    config.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /// Lays all layers into a folder.
  void unpack(Path folder) throws IOException {
    JsonNode manifest = JSON.readTree(entry(tar, "manifest.json")).get(0);
    for (JsonNode layer : manifest.path("Layers")) {
      try (TarArchiveInputStream in = layer(tar, layer.asText())) {
        for (TarArchiveEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
          Path target = folder.resolve(file.getName()).normalize();
          if (!target.startsWith(folder)) {
            throw new IOException("a file outside of the image: " + file.getName());
          }
          if (file.isDirectory()) {
            Files.createDirectories(target);
          } else {
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
          }
        }
      }
    }
  }

  private static TarArchiveInputStream layer(Path tar, String name) throws IOException {
    return new TarArchiveInputStream(
        new GZIPInputStream(new ByteArrayInputStream(entry(tar, name))));
  }

  private static byte[] entry(Path tar, String name) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(tar));
        TarArchiveInputStream in = new TarArchiveInputStream(bytes)) {
      for (TarArchiveEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
        if (file.getName().equals(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new IOException(tar + " has no " + name);
  }
}
