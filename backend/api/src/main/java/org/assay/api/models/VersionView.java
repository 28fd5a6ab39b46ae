package org.assay.api.models;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version of a model.
///
/// @param number from 1, within its model
/// @param author who began it
/// @param digest one SHA-256 over all files, once sealed
public record VersionView(
    UUID id,
    String model,
    int number,
    Stage stage,
    String author,
    Card card,
    List<FileView> files,
    @Nullable String digest,
    Instant createdAt,
    @Nullable Instant sealedAt) {
  public VersionView {
    files = List.copyOf(files);
  }
}
