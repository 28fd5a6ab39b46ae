package org.assay.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.attestation.VerificationException.Reason;

/// A model's signature in the form of OpenSSF Model Signing v1.0, so that tools which know nothing
/// of Assay check it.
///
/// A Sigstore bundle v0.3 with a public key's hint (no certificate, no transparency log), around a
/// DSSE envelope, around a statement whose subject is the model with its [FileSetDigest], and whose
/// predicate lists every file.
///
/// @param model the model's name
/// @param files every file, name to digest; at least one
public record ModelSignature(String model, Map<String, Digest> files) {

  /// The predicate type of Model Signing v1.0.
  public static final String PREDICATE_TYPE = "https://model_signing/signature/v1.0";

  /// The media type of a Sigstore bundle.
  public static final String BUNDLE_MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  public ModelSignature {
    if (model.isBlank()) {
      throw new IllegalArgumentException("a model has a name");
    }
    files = Map.copyOf(files);
    FileSetDigest.of(files); // refuses an empty set and forbidden names
  }

  /// One digest over all files.
  public Digest digest() {
    return FileSetDigest.of(files);
  }

  /// Signs; the result is the bundle's JSON, the content of a `model.sig` file.
  public String sign(SigningKey key) {
    return StrictJson.write(toBundle(key));
  }

  /// Reads and checks a bundle: trusted key, signature, exact form, and that the root digest fits
  /// the listed files.
  public static ModelSignature verify(String bundle, TrustedKeys keys)
      throws VerificationException {
    return verify(StrictJson.readObject(bundle, "the model signature"), keys);
  }

  static ModelSignature verify(JsonNode bundle, TrustedKeys keys) throws VerificationException {
    StrictJson.onlyFields(
        bundle, "the model signature", Set.of("mediaType", "verificationMaterial", "dsseEnvelope"));
    if (!StrictJson.string(bundle, "mediaType").equals(BUNDLE_MEDIA_TYPE)) {
      throw StrictJson.malformed("the model signature is not a " + BUNDLE_MEDIA_TYPE);
    }
    JsonNode material = StrictJson.object(bundle, "verificationMaterial");
    StrictJson.onlyFields(
        material, "the verification material", Set.of("publicKey", "tlogEntries"));
    if (material.has("tlogEntries") && !StrictJson.array(material, "tlogEntries").isEmpty()) {
      throw StrictJson.malformed(
          "the model signature has transparency log entries, which are not checked here");
    }
    JsonNode publicKey = StrictJson.object(material, "publicKey");
    StrictJson.onlyFields(publicKey, "the public key", Set.of("hint"));
    Envelope envelope = Envelope.read(StrictJson.object(bundle, "dsseEnvelope"));
    if (!envelope.signatures().stream().allMatch(signature -> signature.keyid().isEmpty())) {
      throw StrictJson.malformed("in a bundle the hint names the key, and keyid stays empty");
    }
    return read(keys.verifyHinted(envelope, StrictJson.string(publicKey, "hint")));
  }

  Map<String, Object> toBundle(SigningKey key) {
    Envelope envelope = key.sign(Statement.PAYLOAD_TYPE, statement().toBytes(), "");
    Map<String, Object> material = new LinkedHashMap<>();
    material.put("publicKey", Map.of("hint", TrustedKeys.pemDigest(key.publicKeyPem())));
    material.put("tlogEntries", List.of());
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("mediaType", BUNDLE_MEDIA_TYPE);
    bundle.put("verificationMaterial", material);
    bundle.put("dsseEnvelope", envelope.toTree());
    return bundle;
  }

  private Statement statement() {
    List<Object> resources = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (name, digest) -> {
              Map<String, Object> resource = new LinkedHashMap<>();
              resource.put("name", name);
              resource.put("algorithm", digest.algorithm());
              resource.put("digest", digest.hex());
              resources.add(resource);
            });
    Map<String, Object> serialization = new LinkedHashMap<>();
    serialization.put("method", "files");
    serialization.put("hash_type", Digest.SHA256);
    serialization.put("allow_symlinks", false);
    Map<String, Object> predicate = new LinkedHashMap<>();
    predicate.put("serialization", serialization);
    predicate.put("resources", resources);
    return new Statement(
        List.of(new Statement.Subject(model, digest())), PREDICATE_TYPE, predicate);
  }

  private static ModelSignature read(Statement statement) throws VerificationException {
    if (!statement.predicateType().equals(PREDICATE_TYPE)) {
      throw new VerificationException(
          Reason.WRONG_PREDICATE,
          "the statement is a " + statement.predicateType() + ", expected " + PREDICATE_TYPE);
    }
    if (statement.subjects().size() != 1) {
      throw StrictJson.malformed("a model signature has one subject, the model");
    }
    Statement.Subject subject = statement.subjects().getFirst();
    JsonNode predicate = statement.predicateNode();
    requireWholeFiles(StrictJson.object(predicate, "serialization"));
    ModelSignature signature = signature(subject.name(), StrictJson.array(predicate, "resources"));
    if (!signature.digest().equals(subject.digest())) {
      throw new VerificationException(
          Reason.INCONSISTENT,
          "the model's digest " + subject.digest() + " is not that of the files listed");
    }
    return signature;
  }

  private static void requireWholeFiles(JsonNode serialization) throws VerificationException {
    if (!StrictJson.string(serialization, "method").equals("files")
        || !StrictJson.string(serialization, "hash_type").equals(Digest.SHA256)) {
      throw StrictJson.malformed(
          "only whole files hashed with sha256 are accepted in a model signature");
    }
  }

  private static ModelSignature signature(String model, JsonNode resources)
      throws VerificationException {
    SortedMap<String, Digest> files = new TreeMap<>();
    for (JsonNode resource : resources) {
      String name = StrictJson.string(resource, "name");
      if (!FileName.isValid(name)) {
        throw new VerificationException(
            Reason.INVALID_NAME, "file name \"" + name + "\" is not allowed");
      }
      if (!files.isEmpty() && files.lastKey().compareTo(name) >= 0) {
        throw new VerificationException(
            Reason.DUPLICATE_SUBJECT, "file \"" + name + "\" is listed twice or out of order");
      }
      files.put(name, digest(resource));
    }
    try {
      return new ModelSignature(model, files);
    } catch (IllegalArgumentException e) {
      throw StrictJson.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Digest digest(JsonNode resource) throws VerificationException {
    try {
      return new Digest(
          StrictJson.string(resource, "algorithm"), StrictJson.string(resource, "digest"));
    } catch (IllegalArgumentException e) {
      throw StrictJson.malformed(String.valueOf(e.getMessage()));
    }
  }
}
