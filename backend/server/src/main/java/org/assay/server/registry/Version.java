package org.assay.server.registry;

import java.util.List;
import java.util.UUID;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.RiskTier;
import org.assay.api.models.Stage;
import org.assay.server.web.Language;
import org.assay.server.web.Sentence;
import org.jspecify.annotations.Nullable;

/// A version of a model as other features see it.
///
/// @param owner the model's owner
/// @param author who began the version
/// @param digest one SHA-256 over all files, once sealed
public record Version(
    UUID id,
    UUID modelId,
    String model,
    String purpose,
    String owner,
    RiskTier riskTier,
    int number,
    Stage stage,
    String author,
    Card card,
    List<FileView> files,
    @Nullable String digest) {
  public Version {
    files = List.copyOf(files);
  }

  /// The digest of a version that is known to be sealed.
  public String sealedDigest() {
    if (digest == null) {
      throw new IllegalStateException("version " + number + " of " + model + " is not sealed");
    }
    return digest;
  }

  /// As messages name it: `version 3 of credit`.
  public String title() {
    return named().in(Language.ENGLISH);
  }

  /// The same, for a sentence in the reader's language.
  public Sentence named() {
    return Sentence.of("registry.version", number, model);
  }
}
