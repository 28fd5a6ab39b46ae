package org.assay.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.attestation.VerificationException.Reason;
import org.jspecify.annotations.Nullable;

/// An in-toto Statement v1: a predicate about subjects, each named and fixed by its digest.
///
/// @param subjects at least one, no name twice
/// @param predicateType the URI that says what the predicate means
/// @param predicate a JSON object as nested maps, lists, strings, numbers, booleans and nulls
public record Statement(
    List<Subject> subjects, String predicateType, Map<String, @Nullable Object> predicate) {

  /// The value of `_type`.
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /// The payload type of an envelope around a statement.
  public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

  private static final Set<String> FIELDS =
      Set.of("_type", "subject", "predicateType", "predicate");

  /// What a statement is about.
  public record Subject(String name, Digest digest) {
    public Subject {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a subject has a name");
      }
    }
  }

  public Statement {
    subjects = List.copyOf(subjects);
    predicate = Collections.unmodifiableMap(new LinkedHashMap<>(predicate));
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("a statement has at least one subject");
    }
    Set<String> names = new HashSet<>();
    for (Subject subject : subjects) {
      if (!names.add(subject.name())) {
        throw new IllegalArgumentException("subject \"" + subject.name() + "\" is listed twice");
      }
    }
    if (predicateType.isBlank()) {
      throw new IllegalArgumentException("a statement names its predicate type");
    }
  }

  /// The statement as UTF-8 JSON: the payload to sign.
  public byte[] toBytes() {
    List<Object> written = new ArrayList<>();
    for (Subject subject : subjects) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("name", subject.name());
      tree.put("digest", Map.of(Digest.SHA256, subject.digest().hex()));
      written.add(tree);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("_type", TYPE);
    tree.put("subject", written);
    tree.put("predicateType", predicateType);
    tree.put("predicate", predicate);
    return StrictJson.write(tree).getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a statement strictly: this type and version only, no unknown fields, sha256 alone, no
  /// subject twice.
  public static Statement parse(byte[] utf8) throws VerificationException {
    JsonNode node = StrictJson.readObject(utf8, "the statement");
    StrictJson.onlyFields(node, "the statement", FIELDS);
    if (!StrictJson.string(node, "_type").equals(TYPE)) {
      throw StrictJson.malformed("the payload is not a statement of type " + TYPE);
    }
    List<Subject> subjects = subjects(StrictJson.array(node, "subject"));
    try {
      return new Statement(
          subjects,
          StrictJson.string(node, "predicateType"),
          map(StrictJson.object(node, "predicate")));
    } catch (IllegalArgumentException e) {
      throw StrictJson.malformed(String.valueOf(e.getMessage()));
    }
  }

  /// The predicate as a JSON tree, for strict reading.
  JsonNode predicateNode() throws VerificationException {
    return StrictJson.readObject(StrictJson.write(predicate), "the predicate");
  }

  @SuppressWarnings("unchecked") // an ObjectNode converts to a map with string keys
  static Map<String, @Nullable Object> map(JsonNode object) {
    return (Map<String, @Nullable Object>)
        StrictJson.convert((ObjectNode) object, LinkedHashMap.class);
  }

  private static List<Subject> subjects(JsonNode array) throws VerificationException {
    List<Subject> subjects = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode element : array) {
      StrictJson.onlyFields(element, "a subject", Set.of("name", "digest"));
      JsonNode digest = StrictJson.object(element, "digest");
      StrictJson.onlyFields(digest, "a subject's digest", Set.of(Digest.SHA256));
      String name = StrictJson.string(element, "name");
      if (!names.add(name)) {
        throw new VerificationException(
            Reason.DUPLICATE_SUBJECT, "subject \"" + name + "\" is listed twice");
      }
      subjects.add(subject(name, StrictJson.string(digest, Digest.SHA256)));
    }
    return subjects;
  }

  private static Subject subject(String name, String hex) throws VerificationException {
    try {
      return new Subject(name, new Digest(Digest.SHA256, hex));
    } catch (IllegalArgumentException e) {
      throw StrictJson.malformed(String.valueOf(e.getMessage()));
    }
  }
}
