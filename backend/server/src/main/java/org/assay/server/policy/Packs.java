package org.assay.server.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.api.policies.PolicyPackView;
import org.assay.policy.Control;
import org.assay.policy.PackReader;
import org.assay.policy.PolicyPack;

/// The policy pack in force, read at the start: a pack that is missing or wrong stops the start,
/// with the file, the control and the place.
@Startup
@ApplicationScoped
class Packs {
  private final PolicyPack inForce;

  Packs(PolicyConfig config) {
    this.inForce = read(config.pack());
  }

  PolicyPack inForce() {
    return inForce;
  }

  List<PolicyPackView> views() {
    return List.of(view(inForce));
  }

  /// @throws IllegalStateException when there is no such pack
  static PolicyPack read(String name) {
    String file = "policies/" + name + ".yaml";
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(
            "There is no policy pack "
                + file
                + " on the classpath: set assay.policy.pack to a pack that is there.");
      }
      PolicyPack pack =
          PackReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file);
      requireName(pack, name, file);
      return pack;
    } catch (IOException e) {
      throw new UncheckedIOException("The policy pack " + file + " cannot be read.", e);
    }
  }

  private static void requireName(PolicyPack pack, String name, String file) {
    if (!pack.name().equals(name)) {
      throw new IllegalStateException(
          file + " calls itself " + pack.name() + ": a pack has the name of its file.");
    }
  }

  static PolicyPackView view(PolicyPack pack) {
    return new PolicyPackView(
        pack.name(),
        pack.version(),
        pack.title().byLanguage(),
        pack.digest().hex(),
        pack.provenance().cite(),
        pack.controls().stream().map(Packs::view).toList());
  }

  private static PolicyPackView.Control view(Control control) {
    return new PolicyPackView.Control(
        control.id(),
        control.title().byLanguage(),
        control.guidance().citation(),
        control.severity().code(),
        control.phase().code(),
        control.rule().check().text());
  }
}
