package org.assay.api.releases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What serving asks for again and again: what may answer now.
///
/// @param epoch grows with every change; an answer with a smaller epoch than one seen is stale
/// @param live the releases that may answer
/// @param at the server's clock
public record ReleaseFeed(long epoch, List<Live> live, Instant at) {
  public ReleaseFeed {
    live = List.copyOf(live);
  }

  /// @param digest the version's digest
  public record Live(UUID id, String model, int version, String digest, Instant expiresAt) {}
}
