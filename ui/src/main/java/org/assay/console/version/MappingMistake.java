package org.assay.console.version;

import java.io.Serial;
import java.util.List;

/// A mapping that cannot be used: the key of the sentence that says why, and what fills it.
final class MappingMistake extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String textKey;
  private final transient List<String> arguments;

  MappingMistake(String textKey, String... arguments) {
    super(textKey + " " + List.of(arguments));
    this.textKey = textKey;
    this.arguments = List.of(arguments);
  }

  String textKey() {
    return textKey;
  }

  List<String> arguments() {
    return arguments;
  }
}
