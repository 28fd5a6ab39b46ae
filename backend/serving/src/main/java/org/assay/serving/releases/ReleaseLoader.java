package org.assay.serving.releases;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assay.api.releases.ReleaseFeed.Live;
import org.assay.api.releases.ReleasesApi;
import org.assay.attestation.Digest;
import org.assay.attestation.ReleaseClaims;
import org.assay.attestation.ReleaseVerifier;
import org.assay.attestation.TrustedKeys;
import org.assay.attestation.VerificationException;
import org.assay.attestation.VerifiedRelease;
import org.assay.onnx.runtime.RunFailedException;
import org.assay.serving.Clocks;
import org.assay.serving.ServingConfig;
import org.assay.serving.engine.Engine;
import org.assay.serving.engine.LoadedModel;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// From an entry of the feed to a model in memory, or a reason why not: bundle, signature, claims,
/// every file's digest, and only then native code.
@Singleton
final class ReleaseLoader {
  private static final String MODEL = "model.onnx";

  private final ReleasesApi server;
  private final ReleaseCache cache;
  private final Path trustedKeys;
  private final long fileBytes;
  private final Clocks clocks;
  private final Engine engine;

  @Inject
  ReleaseLoader(@RestClient ReleaseStore server, ServingConfig config, Clocks clocks, Engine engine)
      throws IOException {
    this(
        server,
        new ReleaseCache(config.cache()),
        config.trustedKeys(),
        config.fileBytes(),
        clocks,
        engine);
  }

  ReleaseLoader(
      ReleasesApi server,
      ReleaseCache cache,
      Path trustedKeys,
      long fileBytes,
      Clocks clocks,
      Engine engine) {
    this.server = server;
    this.cache = cache;
    this.trustedKeys = trustedKeys;
    this.fileBytes = fileBytes;
    this.clocks = clocks;
    this.engine = engine;
  }

  ReleaseCache cache() {
    return cache;
  }

  /// Fetches what the cache does not hold, verifies all of it, loads. What was cached and does not
  /// verify is fetched once more.
  ///
  /// @param epoch of the feed that named the release
  Release load(Live live, long epoch) throws NotLoadedException {
    boolean cached = Files.exists(cache.bundle(live.id()));
    try {
      return verifyAndLoad(live, epoch);
    } catch (NotLoadedException e) {
      if (!cached || e.passing()) {
        throw e;
      }
      forget(live.id());
      return verifyAndLoad(live, epoch);
    }
  }

  private Release verifyAndLoad(Live live, long epoch) throws NotLoadedException {
    try {
      VerifiedRelease verified =
          ReleaseVerifier.verify(bundle(live.id()), keys(), clocks.day().instant());
      requireSame(live, epoch, verified.claims());
      byte[] model = verifiedFiles(live.id(), verified);
      @Nullable Path external = verified.files().size() > 1 ? cache.files(live.id()) : null;
      LoadedModel loaded = engine.load(model, external);
      return new Release(verified, loaded, clocks.nanos());
    } catch (VerificationException e) {
      throw NotLoadedException.refused(e.reason() + ": " + e.getMessage(), e);
    } catch (RunFailedException e) {
      throw NotLoadedException.refused(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw NotLoadedException.unreachable("it cannot be read: " + e.getMessage(), e);
    }
  }

  private TrustedKeys keys() throws NotLoadedException {
    try {
      return TrustedKeys.load(trustedKeys);
    } catch (IOException e) {
      throw NotLoadedException.unreachable(
          "no trusted key can be read from "
              + trustedKeys
              + " ("
              + e.getMessage()
              + "): put the control plane's public key there",
          e);
    }
  }

  private static void requireSame(Live live, long epoch, ReleaseClaims claims)
      throws NotLoadedException {
    String digest = live.digest().startsWith("sha256:") ? live.digest() : "sha256:" + live.digest();
    boolean same =
        claims.releaseId().equals(live.id().toString())
            && claims.model().equals(live.model())
            && claims.version() == live.version()
            && claims.modelDigest().toString().equals(digest)
            && claims.epoch() <= epoch;
    if (!same) {
      String signed =
          "release "
              + claims.releaseId()
              + " of "
              + claims.model()
              + " version "
              + claims.version()
              + ", "
              + claims.modelDigest()
              + ", epoch "
              + claims.epoch();
      String fed = live + ", epoch " + epoch;
      throw NotLoadedException.refused(
          "the feed and the signed claims name different things: signed is "
              + signed
              + "; the feed says "
              + fed,
          new IllegalStateException("feed and claims differ"));
    }
  }

  private String bundle(UUID release) throws NotLoadedException, IOException {
    Path cached = cache.bundle(release);
    if (!Files.exists(cached)) {
      String fetched = fetch("its bundle", () -> server.bundle(release));
      ReleaseCache.write(cached, fetched.getBytes(StandardCharsets.UTF_8));
    }
    return Files.readString(cached);
  }

  /// Every file of the release is there with the signed digest, and no other file is.
  ///
  /// @return the bytes of `model.onnx`, those that were hashed
  private byte[] verifiedFiles(UUID release, VerifiedRelease verified)
      throws NotLoadedException, VerificationException, IOException {
    Path folder = cache.files(release);
    Files.createDirectories(folder);
    removeAllBut(folder, verified.files().keySet().stream().toList());
    byte[] model = new byte[0];
    Map<String, Digest> found = new TreeMap<>();
    for (String name : verified.files().keySet()) {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        fetchFile(release, name, file);
      }
      if (name.equals(MODEL)) {
        model = Files.readAllBytes(file);
        found.put(name, Digest.of(model));
      } else {
        try (InputStream content = Files.newInputStream(file)) {
          found.put(name, Digest.of(content));
        }
      }
      verified.checkFile(name, found.get(name));
    }
    verified.checkFiles(found);
    if (!found.containsKey(MODEL)) {
      throw NotLoadedException.refused(
          "it has no file " + MODEL, new IllegalStateException(found.keySet().toString()));
    }
    return model;
  }

  private static void removeAllBut(Path folder, List<String> names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!names.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    }
  }

  private void fetchFile(UUID release, String name, Path target) throws NotLoadedException {
    try (InputStream content = fetch("its file " + name, () -> server.file(release, name))) {
      ReleaseCache.write(target, content, fileBytes);
    } catch (IOException e) {
      throw NotLoadedException.unreachable(
          "its file " + name + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private static <T> T fetch(String what, Supplier<T> call) throws NotLoadedException {
    try {
      return call.get();
    } catch (WebApplicationException e) {
      throw NotLoadedException.unreachable(
          what + " cannot be fetched: the control plane answers " + e.getResponse().getStatus(), e);
    } catch (ProcessingException e) {
      throw NotLoadedException.unreachable(what + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private void forget(UUID release) throws NotLoadedException {
    try {
      cache.drop(release);
    } catch (IOException e) {
      throw NotLoadedException.unreachable("its cache cannot be emptied: " + e.getMessage(), e);
    }
  }
}
