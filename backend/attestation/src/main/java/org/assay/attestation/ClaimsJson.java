package org.assay.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one JSON form of [ReleaseClaims]: digests as `sha256:<hex>`, moments as ISO 8601 in UTC,
/// nothing optional left out.
final class ClaimsJson {

  private static final Set<String> FIELDS =
      Set.of(
          "releaseId",
          "model",
          "version",
          "modelDigest",
          "decisionDigests",
          "policyResultDigest",
          "ledger",
          "conditions",
          "inputContract",
          "epoch",
          "signedAt");
  private static final Set<String> CONDITIONS =
      Set.of("consumers", "purposes", "expiresAt", "ratePerMinute");
  private static final Set<String> PROOF = Set.of("leaf", "index", "path", "checkpoint");

  private ClaimsJson() {}

  static Map<String, @Nullable Object> write(ReleaseClaims claims) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("releaseId", claims.releaseId());
    tree.put("model", claims.model());
    tree.put("version", claims.version());
    tree.put("modelDigest", claims.modelDigest().toString());
    tree.put("decisionDigests", claims.decisionDigests().stream().map(Digest::toString).toList());
    tree.put("policyResultDigest", claims.policyResultDigest().toString());
    LedgerProof ledger = claims.ledger();
    tree.put("ledger", ledger == null ? null : proof(ledger));
    tree.put("conditions", conditions(claims.conditions()));
    tree.put("inputContract", claims.inputContract());
    tree.put("epoch", claims.epoch());
    tree.put("signedAt", claims.signedAt().toString());
    return tree;
  }

  static ReleaseClaims read(JsonNode node) throws VerificationException {
    StrictJson.onlyFields(node, "the release", FIELDS);
    try {
      JsonNode ledger = StrictJson.optional(node, "ledger");
      return new ReleaseClaims(
          StrictJson.string(node, "releaseId"),
          StrictJson.string(node, "model"),
          Math.toIntExact(StrictJson.integer(node, "version")),
          Digest.parse(StrictJson.string(node, "modelDigest")),
          digests(node, "decisionDigests"),
          Digest.parse(StrictJson.string(node, "policyResultDigest")),
          ledger == null ? null : proof(StrictJson.object(node, "ledger")),
          conditions(StrictJson.object(node, "conditions")),
          Statement.map(StrictJson.object(node, "inputContract")),
          StrictJson.integer(node, "epoch"),
          Instant.parse(StrictJson.string(node, "signedAt")));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
      throw StrictJson.malformed("the release's claims are not valid: " + e.getMessage());
    }
  }

  private static Map<String, @Nullable Object> conditions(Conditions conditions) {
    Instant expiresAt = conditions.expiresAt();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("consumers", conditions.consumers());
    tree.put("purposes", conditions.purposes());
    tree.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
    tree.put("ratePerMinute", conditions.ratePerMinute());
    return tree;
  }

  private static Conditions conditions(JsonNode node) throws VerificationException {
    StrictJson.onlyFields(node, "the conditions", CONDITIONS);
    boolean ends = StrictJson.optional(node, "expiresAt") != null;
    boolean limited = StrictJson.optional(node, "ratePerMinute") != null;
    return new Conditions(
        strings(node, "consumers"),
        strings(node, "purposes"),
        ends ? Instant.parse(StrictJson.string(node, "expiresAt")) : null,
        limited
            ? Integer.valueOf(Math.toIntExact(StrictJson.integer(node, "ratePerMinute")))
            : null);
  }

  private static Map<String, @Nullable Object> proof(LedgerProof proof) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("leaf", proof.leaf());
    tree.put("index", proof.index());
    tree.put("path", proof.path().stream().map(Digest::toString).toList());
    tree.put("checkpoint", proof.checkpoint());
    return tree;
  }

  private static LedgerProof proof(JsonNode node) throws VerificationException {
    StrictJson.onlyFields(node, "the ledger proof", PROOF);
    return new LedgerProof(
        StrictJson.string(node, "leaf"),
        StrictJson.integer(node, "index"),
        digests(node, "path"),
        StrictJson.string(node, "checkpoint"));
  }

  private static List<Digest> digests(JsonNode node, String field) throws VerificationException {
    return strings(node, field).stream().map(Digest::parse).toList();
  }

  private static List<String> strings(JsonNode node, String field) throws VerificationException {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : StrictJson.array(node, field)) {
      if (!element.isTextual()) {
        throw StrictJson.malformed("every element of \"" + field + "\" must be a string");
      }
      strings.add(element.textValue());
    }
    return strings;
  }
}
