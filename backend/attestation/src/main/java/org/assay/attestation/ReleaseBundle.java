package org.assay.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A release as it travels: the signed claims over every file, and the model's own signature for
/// other people's tools.
///
/// A bundle is worth nothing until [ReleaseVerifier] has checked it.
///
/// @param release the envelope around a statement whose subjects are the files and whose predicate
///     is [ReleaseClaims]
/// @param modelSignature the Sigstore bundle of [ModelSignature], as JSON
public record ReleaseBundle(Envelope release, String modelSignature) {

  /// The value of `mediaType`.
  public static final String MEDIA_TYPE = "application/vnd.assay.release.v1+json";

  /// Signs a release of `files` (name to digest). What a verifier would refuse at the moment of
  /// signing is not signed but refused with an `IllegalArgumentException`: files that are not
  /// `claims.modelDigest`, an expiry not after the signing, numbers that are not finite, a bundle
  /// over the size limit.
  public static ReleaseBundle sign(
      SigningKey key, ReleaseClaims claims, Map<String, Digest> files) {
    Digest digest = FileSetDigest.of(files);
    if (!digest.equals(claims.modelDigest())) {
      throw new IllegalArgumentException(
          "release "
              + claims.releaseId()
              + " claims "
              + claims.modelDigest()
              + ", its files are "
              + digest);
    }
    List<Statement.Subject> subjects =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file -> new Statement.Subject(file.getKey(), file.getValue()))
                .toList();
    Statement statement =
        new Statement(subjects, ReleaseClaims.PREDICATE_TYPE, ClaimsJson.write(claims));
    String modelSignature = new ModelSignature(claims.model(), files).sign(key);
    ReleaseBundle bundle = new ReleaseBundle(key.sign(statement), modelSignature);
    try {
      ReleaseVerifier.verify(bundle.toJson(), key.trustingThisAlone(), claims.signedAt());
    } catch (VerificationException e) {
      throw new IllegalArgumentException("this release would be refused: " + e.getMessage(), e);
    }
    return bundle;
  }

  /// The bundle as JSON.
  public String toJson() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mediaType", MEDIA_TYPE);
    tree.put("release", release.toTree());
    tree.put("modelSignature", new RawValue(modelSignature));
    return StrictJson.write(tree);
  }

  /// Reads a bundle strictly, at most 4 MiB; checks no signature.
  public static ReleaseBundle parse(String json) throws VerificationException {
    JsonNode node = StrictJson.readObject(json, "the release bundle");
    StrictJson.onlyFields(
        node, "the release bundle", Set.of("mediaType", "release", "modelSignature"));
    if (!StrictJson.string(node, "mediaType").equals(MEDIA_TYPE)) {
      throw StrictJson.malformed("the release bundle is not a " + MEDIA_TYPE);
    }
    Envelope release = Envelope.read(StrictJson.object(node, "release"));
    return new ReleaseBundle(release, StrictJson.write(StrictJson.object(node, "modelSignature")));
  }
}
