package org.assay.server.review;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.assay.attestation.Digest;
import org.assay.attestation.FileSetDigest;
import org.assay.server.Sql;
import org.assay.server.files.StoredFile;

/// A sealed version with its plan and reports, put straight into the tables with the rights of the
/// application: what the earlier steps of the line would have left there.
///
/// @param datasetId the data it was examined on
public record ExaminedVersion(
    UUID id, UUID modelId, UUID datasetId, String model, int number, String digest) {
  /// The evidence digest of a gate result made by {@link #gate}.
  public static final String EVIDENCE = "e".repeat(64);

  private static final StoredFile ANY = new StoredFile("a".repeat(64), 7);
  private static final String CARD =
      """
      {"description":"d","intendedUse":"u","outOfScopeUse":"o","limitations":"l",
       "trainingData":"t","evaluation":"e","contact":"c"}
      """;
  private static final String PLAN =
      """
      {"datasetId":"%s","label":"approved","favourable":"yes","protectedAttributes":["race"],
       "mapping":{"inputs":[{"input":"x","columns":["income"]}],
                  "output":{"name":"p","kind":"score"}},"minimumGroupSize":30}
      """;
  private static final String INTAKE =
      """
      {"schema":"assay-intake/1","irVersion":8,"producer":"test",
       "inputs":[{"name":"x","type":"float32","shape":["N","1"]}],
       "outputs":[{"name":"p","type":"float32","shape":["N","2"]}],
       "opsets":[{"domain":"","version":17}],"operators":{"Gemm":1},"parameters":2,"findings":[],
       "probe":{"loaded":true,"loadMillis":3,"runs":[],"deterministic":true}}
      """;
  private static final String AUDIT =
      """
      {"schema":"assay-audit/1","rows":500,"groups":[],"metrics":[
        {"id":"demographic_parity_ratio","attribute":"race","result":{"state":"defined",
         "value":0.93,"interval":{"low":0.85,"high":0.99,"level":0.95,"method":"katz"},"n":500}}]}
      """;
  private static final String EXPLANATION =
      """
      {"schema":"assay-explain/1","method":"exact","output":"probability","features":["income"],
       "base":0.5,"values":[[0.1]],"standardErrors":null,"additivityError":1e-9,"quality":{},
       "rows":[[1.0]],"importanceMetric":"accuracy","importance":[
        {"feature":"income","importance":0.1,"low":0.05,"high":0.15,"level":0.95}]}
      """;

  /// Who has a stake.
  public record Stakes(String requester, String author, String modelOwner, String datasetOwner) {
    public static final Stakes OLIVIA = new Stakes("olivia", "olivia", "olivia", "olivia");
  }

  /// A first version, as a sealed draft.
  public static ExaminedVersion draft(String model, String tier, Stakes stakes)
      throws SQLException {
    return draft(model, tier, stakes, ANY);
  }

  public static ExaminedVersion draft(String model, String tier, Stakes stakes, StoredFile file)
      throws SQLException {
    UUID modelId = UUID.randomUUID();
    Sql.run(
        "insert into assay.model values (?, ?, 'score applications', ?, ?, now(), 0)",
        modelId,
        model,
        stakes.modelOwner(),
        tier);
    return version(modelId, model, 1, stakes, file);
  }

  /// The version after this one, as a sealed draft.
  public ExaminedVersion next(Stakes stakes, StoredFile file) throws SQLException {
    return version(modelId, model, number + 1, stakes, file);
  }

  private static ExaminedVersion version(
      UUID modelId, String model, int number, Stakes stakes, StoredFile file) throws SQLException {
    UUID id = UUID.randomUUID();
    UUID dataset = UUID.randomUUID();
    String digest =
        FileSetDigest.of(Map.of("model.onnx", new Digest(Digest.SHA256, file.sha256()))).hex();
    Sql.run(
        "insert into assay.model_version (id, model_id, number, stage, author, card, created_at,"
            + " revision) values (?, ?, ?, 'DRAFT', ?, cast(? as jsonb), now(), 0)",
        id,
        modelId,
        number,
        stakes.author(),
        CARD);
    Sql.run(
        "insert into assay.model_file values (?, 'model.onnx', ?, ?)",
        id,
        file.sha256(),
        file.size());
    Sql.run(
        "update assay.model_version set digest = ?, sealed_at = now() where id = ?", digest, id);
    Sql.run(
        "insert into assay.dataset values (?, ?, 'd', ?, 'csv', ?, 10, 500, now(), now(), 0)",
        dataset,
        "data-" + dataset,
        stakes.datasetOwner(),
        "d".repeat(64));
    ExaminedVersion version = new ExaminedVersion(id, modelId, dataset, model, number, digest);
    version.plan(stakes.author());
    version.reports();
    return version;
  }

  private void plan(String by) throws SQLException {
    Sql.run(
        "insert into assay.assessment_plan values (?, ?, cast(? as jsonb), ?, now(), 0)",
        id,
        datasetId,
        PLAN.formatted(datasetId),
        by);
  }

  private void reports() throws SQLException {
    intake("1".repeat(64));
    Sql.run(
        "insert into assay.bias_audit values (gen_random_uuid(), ?, ?, ?, cast(? as jsonb), ?,"
            + " cast(? as jsonb), ?, now())",
        id,
        datasetId,
        "d".repeat(64),
        PLAN.formatted(datasetId),
        "5".repeat(64),
        AUDIT,
        "2".repeat(64));
    Sql.run(
        "insert into assay.explanation values (gen_random_uuid(), ?, ?, ?, ?, cast(? as jsonb), ?,"
            + " now())",
        id,
        datasetId,
        "d".repeat(64),
        "5".repeat(64),
        EXPLANATION,
        "3".repeat(64));
  }

  /// One more intake report, the newest.
  public void intake(String reportDigest) throws SQLException {
    Sql.run(
        "insert into assay.intake_report values (gen_random_uuid(), ?, cast(? as jsonb), 0, ?,"
            + " now())",
        id,
        INTAKE,
        reportDigest);
  }

  /// A gate result with this verdict, `OPEN` or `BLOCKED`, over the evidence {@link #EVIDENCE}.
  public UUID gate(String verdict) throws SQLException {
    UUID gate = UUID.randomUUID();
    String report =
        """
        {"controls":[{"id":"impact-ratio","title":{"en":"t"},"citation":"c","severity":"blocking",
          "status":"%s","value":"race 0.7","remedy":{"en":"r"},"message":null}]}
        """
            .formatted(verdict.equals("OPEN") ? "pass" : "fail");
    Sql.run(
        "insert into assay.gate_result values (?, ?, 'assay-baseline', '2026.11.1', ?,"
            + " 'ASSESSMENT', ?, cast('{}' as jsonb), ?, cast(? as jsonb), now())",
        gate,
        id,
        "b".repeat(64),
        verdict,
        EVIDENCE,
        report);
    return gate;
  }

  /// Submits the version: a review is requested.
  public UUID request(String requester, int required) throws SQLException {
    UUID review = UUID.randomUUID();
    stage("SUBMITTED");
    Sql.run(
        "insert into assay.review (id, version_id, requester, reason, required, state,"
            + " requested_at, revision) values (?, ?, ?, 'it is better', ?, 'REQUESTED', now(), 0)",
        review,
        id,
        requester,
        required);
    return review;
  }

  /// Submits the version and opens its review.
  public UUID open(UUID gate, String evidenceDigest, String requester, int required)
      throws SQLException {
    UUID review = request(requester, required);
    Sql.run(
        "update assay.review set state = 'OPEN', gate_id = ?, evidence_digest = ?,"
            + " opened_at = now(), due_at = now() + interval '5 days', revision = 1 where id = ?",
        gate,
        evidenceDigest,
        review);
    stage("IN_REVIEW");
    return review;
  }

  private void stage(String stage) throws SQLException {
    Sql.run(
        "update assay.model_version set stage = ?, revision = revision + 1 where id = ?",
        stage,
        id);
  }

  /// The stage it is at.
  public String stage() throws SQLException {
    return Sql.text("select stage from assay.model_version where id = ?", id);
  }

  /// Everything that decisions can change, as one digest: the same before and after a refusal.
  public static String everything() throws SQLException {
    return Sql.text(
        """
        select md5(concat(
          (select string_agg(t::text, ',' order by id) from assay.review t),
          (select string_agg(t::text, ',' order by id) from assay.decision t),
          (select string_agg(t::text, ',' order by id) from assay.review_comment t),
          (select string_agg(t::text, ',' order by id) from assay.release t),
          (select string_agg(t::text, ',' order by id) from assay.gate_result t),
          (select string_agg(t::text, ',' order by id) from assay.model_version t),
          (select string_agg(t::text, ',' order by id) from audit.event t),
          (select epoch from assay.release_epoch)))
        """);
  }
}
