package org.assay.policy;

import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/// Reads one control of a pack.
final class ControlReader {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "applies",
          "requires",
          "check",
          "value",
          "severity",
          "phase",
          "citation",
          "remedy",
          "cases");
  private static final Set<String> CASE_KEYS = Set.of("name", "evidence", "phase", "expect");

  private ControlReader() {}

  static Control read(PackText text, Node node) {
    PackMapping anonymous = PackMapping.of(text, null, node);
    String id = anonymous.string("id");
    PackMapping control = PackMapping.of(text, id, node, KEYS);
    Phase phase = phase(control, Phase.ASSESSMENT);
    return control.built(
        control.required("id"),
        () ->
            new Control(
                id,
                control.bilingual("title"),
                control.parsed("severity", word(Severity.values(), Severity::code)),
                phase,
                rule(control),
                new Guidance(control.string("citation"), control.bilingual("remedy")),
                cases(control, phase)));
  }

  private static Rule rule(PackMapping control) {
    List<EvidencePath> requires =
        control.list("requires").stream()
            .map(node -> control.parsed(node, "requires", EvidencePath::new))
            .toList();
    return new Rule(
        control
            .optional("applies")
            .map(node -> ExpressionReader.read(control, node, "applies", SimpleType.BOOL))
            .orElse(null),
        requires,
        ExpressionReader.read(control, control.required("check"), "check", SimpleType.BOOL),
        control
            .optional("value")
            .map(node -> ExpressionReader.read(control, node, "value", SimpleType.STRING))
            .orElse(null));
  }

  private static List<ControlCase> cases(PackMapping control, Phase phase) {
    Set<String> names = new HashSet<>();
    return control.list("cases").stream()
        .map(
            node -> {
              PackMapping example =
                  PackMapping.of(control.text(), control.control(), node, CASE_KEYS);
              String name = example.string("name");
              if (!names.add(name)) {
                throw control
                    .text()
                    .refusal(control.control(), node, "another case is named '" + name + "'");
              }
              return new ControlCase(
                  name,
                  ExampleEvidence.read(example),
                  phase(example, phase),
                  example.parsed("expect", word(Status.values(), Status::code)));
            })
        .toList();
  }

  private static Phase phase(PackMapping mapping, Phase otherwise) {
    return mapping.optional("phase").isEmpty()
        ? otherwise
        : mapping.parsed("phase", word(Phase.values(), Phase::code));
  }

  /// Reads one word of a closed choice.
  private static <T> Function<String, T> word(T[] choices, Function<T, String> code) {
    return word ->
        Arrays.stream(choices)
            .filter(choice -> code.apply(choice).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + word
                            + "' is none of "
                            + Arrays.stream(choices).map(code).collect(Collectors.joining(", "))));
  }
}
