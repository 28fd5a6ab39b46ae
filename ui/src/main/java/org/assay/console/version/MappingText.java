package org.assay.console.version;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assay.api.assessments.ColumnMapping;
import org.jspecify.annotations.Nullable;

/// A mapping as text that people edit, and back, with a mistake named where it is.
final class MappingText {
  private static final Set<String> ENCODINGS = Set.of("number", "categories", "text");
  private static final Set<String> OUTPUTS = Set.of("score", "label");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MappingText() {}

  static String write(ColumnMapping mapping) {
    try {
      return JSON.writeValueAsString(mapping);
    } catch (JacksonException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Reads the text.
  ///
  /// @param columns the dataset's columns; the mapping may name no other
  static ColumnMapping read(String text, Set<String> columns) throws MappingMistake {
    var mapping = parse(text);
    if (mapping.inputs().isEmpty()) {
      throw new MappingMistake("mapping.noInputs");
    }
    var stranger =
        Stream.concat(
                mapping.inputs().stream().flatMap(input -> input.columns().stream()),
                encoded(mapping).stream())
            .filter(column -> !columns.contains(column))
            .findFirst();
    if (stranger.isPresent()) {
      throw new MappingMistake("mapping.noColumn", stranger.get());
    }
    checkKinds(mapping);
    return mapping;
  }

  private static ColumnMapping parse(String text) throws MappingMistake {
    try {
      var mapping = JSON.readValue(text, ColumnMapping.class);
      if (mapping == null) {
        throw new MappingMistake("mapping.noInputs");
      }
      return mapping;
    } catch (UnrecognizedPropertyException unknown) {
      throw new MappingMistake("mapping.unknownField", unknown.getPropertyName(), place(unknown));
    } catch (JacksonException broken) {
      throw new MappingMistake("mapping.notJson", place(broken), first(broken));
    }
  }

  private static void checkKinds(ColumnMapping mapping) throws MappingMistake {
    var output = mapping.output();
    if (output == null || output.name() == null || output.kind() == null) {
      throw new MappingMistake("mapping.noOutput");
    }
    if (!OUTPUTS.contains(output.kind())) {
      throw new MappingMistake("mapping.outputKind", output.kind());
    }
    if ("label".equals(output.kind()) && isBlank(output.favourable())) {
      throw new MappingMistake("mapping.noFavourable");
    }
    if (mapping.encodings() == null) {
      return;
    }
    for (var encoding : mapping.encodings().entrySet()) {
      var kind = encoding.getValue().kind();
      if (!ENCODINGS.contains(Objects.requireNonNullElse(kind, ""))) {
        throw new MappingMistake("mapping.encodingKind", encoding.getKey());
      }
      if ("categories".equals(kind) && encoding.getValue().codes() == null) {
        throw new MappingMistake("mapping.noCodes", encoding.getKey());
      }
    }
  }

  private static Set<String> encoded(ColumnMapping mapping) {
    var encodings = mapping.encodings();
    return encodings == null ? Set.of() : encodings.keySet();
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String place(JacksonException at) {
    var place = at.getLocation();
    return place == null ? "?" : place.getLineNr() + ":" + place.getColumnNr();
  }

  private static String first(JacksonException broken) {
    return broken.getOriginalMessage().lines().findFirst().orElse("");
  }
}
