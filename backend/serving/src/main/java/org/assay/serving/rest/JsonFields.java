package org.assay.serving.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.assay.serving.Refusal;

/// Small steps through JSON, each with a sentence when it is not what it should be.
final class JsonFields {
  private static final int RANK = 32;

  private JsonFields() {}

  /// What to do with a field; the parser stands at its value.
  interface Field {
    void read(String name) throws IOException;
  }

  /// What to do with an object; the parser stands at its start.
  interface Element {
    void read(JsonParser json) throws IOException;
  }

  /// Walks the fields of the object at whose start the parser stands.
  static void fields(JsonParser json, Field field) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /// As [#fields], after making sure that it is an object.
  static void eachField(JsonParser json, String what, Field field) throws IOException {
    require(json, JsonToken.START_OBJECT, what, "an object");
    fields(json, field);
  }

  /// Walks the objects of an array.
  static void eachObject(JsonParser json, String what, Element element) throws IOException {
    require(json, JsonToken.START_ARRAY, what, "an array of objects");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json, JsonToken.START_OBJECT, what, "an array of objects");
      element.read(json);
    }
  }

  static String text(JsonParser json, String what) throws IOException {
    require(json, JsonToken.VALUE_STRING, what, "a string");
    return json.getText();
  }

  static boolean truth(JsonParser json, String what) throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw wrong(what, "true or false");
    }
    return json.getBooleanValue();
  }

  /// A whole number from 0 to 2^31-1.
  static long count(JsonParser json, String what) throws IOException {
    require(json, JsonToken.VALUE_NUMBER_INT, what, "a whole number");
    if (json.getNumberType() != JsonParser.NumberType.INT || json.getIntValue() < 0) {
      throw wrong(what, "a whole number from 0 to 2147483647");
    }
    return json.getIntValue();
  }

  static long[] shape(JsonParser json) throws IOException {
    require(json, JsonToken.START_ARRAY, "shape", "an array of whole numbers");
    long[] shape = new long[RANK];
    int rank = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (rank == RANK) {
        throw wrong("shape", "at most " + RANK + " dimensions");
      }
      shape[rank++] = count(json, "a dimension of shape");
    }
    return Arrays.copyOf(shape, rank);
  }

  private static void require(JsonParser json, JsonToken token, String what, String rule) {
    if (json.currentToken() != token) {
      throw wrong(what, rule);
    }
  }

  private static Refusal wrong(String what, String rule) {
    return Refusal.malformed("\"" + what + "\" must be " + rule);
  }
}
