package org.assay.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.assay.attestation.Digest;
import org.assay.ledger.CanonicalJson;

/// The digest of a report: SHA-256 over its canonical JSON (RFC 8785), so that whoever has the
/// report can compute it again.
@ApplicationScoped
public class ReportDigest {
  private final ObjectMapper json;

  ReportDigest(ObjectMapper json) {
    this.json = json;
  }

  /// @param report anything that Jackson writes as JSON
  /// @return 64 hexadecimal digits
  public String of(Object report) {
    Object tree = json.convertValue(report, Object.class);
    return Digest.of(CanonicalJson.bytes(tree)).hex();
  }
}
