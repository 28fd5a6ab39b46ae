package org.assay.attestation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import org.assay.attestation.VerificationException.Reason;
import org.jspecify.annotations.Nullable;

/// Reads signed JSON with nothing lenient: bounded size and depth, no repeated names, no unknown
/// fields, exact types.
final class StrictJson {

  /// Characters or bytes of one document.
  static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

  private static final int MAXIMUM_DEPTH = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAXIMUM_DEPTH)
                          .maxStringLength(MAXIMUM_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(
              JsonWriteFeature.WRITE_NAN_AS_STRINGS) // else NaN would turn into a string in silence
          .build();

  private StrictJson() {}

  static JsonNode readObject(String text, String what) throws VerificationException {
    if (text.length() > MAXIMUM_LENGTH) {
      throw new VerificationException(
          Reason.TOO_LARGE, what + " is longer than " + MAXIMUM_LENGTH + " characters");
    }
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || !node.isObject()) {
        throw malformed(what + " is not a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw malformed(what + " is not strict JSON: " + e.getOriginalMessage());
    }
  }

  static JsonNode readObject(byte[] utf8, String what) throws VerificationException {
    if (utf8.length > MAXIMUM_LENGTH) {
      throw new VerificationException(
          Reason.TOO_LARGE, what + " is longer than " + MAXIMUM_LENGTH + " bytes");
    }
    try {
      return readObject(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), what);
    } catch (CharacterCodingException e) {
      throw malformed(what + " is not UTF-8");
    }
  }

  static String write(Object tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not representable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  static <T> T convert(JsonNode node, Class<T> type) {
    return MAPPER.convertValue(node, type);
  }

  /// Refuses any field of `object` that is not in `known`.
  static void onlyFields(JsonNode object, String what, Set<String> known)
      throws VerificationException {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw malformed(what + " has an unknown field \"" + name + "\"");
      }
    }
  }

  static String string(JsonNode object, String field) throws VerificationException {
    return required(object, field, JsonNodeType.STRING).textValue();
  }

  static JsonNode object(JsonNode object, String field) throws VerificationException {
    return required(object, field, JsonNodeType.OBJECT);
  }

  static JsonNode array(JsonNode object, String field) throws VerificationException {
    return required(object, field, JsonNodeType.ARRAY);
  }

  static long integer(JsonNode object, String field) throws VerificationException {
    JsonNode node = required(object, field, JsonNodeType.NUMBER);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw malformed("field \"" + field + "\" must be a whole number");
    }
    return node.longValue();
  }

  /// The field, or null where it is absent or JSON null.
  static @Nullable JsonNode optional(JsonNode object, String field) {
    JsonNode node = object.get(field);
    return node == null || node.isNull() ? null : node;
  }

  static VerificationException malformed(String message) {
    return new VerificationException(Reason.MALFORMED, message);
  }

  private static JsonNode required(JsonNode object, String field, JsonNodeType type)
      throws VerificationException {
    JsonNode node = object.get(field);
    if (node == null || node.getNodeType() != type) {
      throw malformed("field \"" + field + "\" must be there and be of type " + type);
    }
    return node;
  }
}
