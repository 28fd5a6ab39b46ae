package org.assay.policy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/// Reads a policy pack: YAML checked key by key, its CEL compiled.
public final class PackReader {
  private static final Pattern VERSION = Pattern.compile("[0-9]{4}\\.[0-9]{1,2}\\.[0-9]{1,4}");
  private static final Set<String> KEYS =
      Set.of("pack", "version", "title", "notice", "jurisdiction", "valid", "source", "controls");

  private PackReader() {}

  /// Reads one pack.
  ///
  /// @param yaml the pack's exact text; its digest is over these characters in UTF-8
  /// @param source the name to use in messages, usually the file
  /// @throws PackException naming the source, the control and the place, for the first thing
  ///     wrong
  public static PolicyPack read(String yaml, String source) {
    PackText text = new PackText(source, yaml);
    Node root = text.root();
    PlainNodes.check(text, root);
    PackMapping pack = PackMapping.of(text, null, root, KEYS);
    return new PolicyPack(
        pack.parsed("pack", PackReader::name),
        pack.parsed("version", PackReader::version),
        pack.bilingual("title"),
        provenance(pack),
        validity(pack),
        controls(text, pack.list("controls")),
        PackDigest.of(yaml));
  }

  private static Provenance provenance(PackMapping pack) {
    PackMapping source = pack.mapping("source", Set.of("cite", "status"));
    return new Provenance(
        pack.optionalString("jurisdiction").orElse(null),
        source.string("cite"),
        source.optionalString("status").orElse(null),
        pack.bilingual("notice"));
  }

  private static Validity validity(PackMapping pack) {
    if (pack.optional("valid").isEmpty()) {
      return new Validity(null, null);
    }
    PackMapping valid = pack.mapping("valid", Set.of("from", "until"));
    LocalDate from =
        valid
            .optional("from")
            .map(node -> valid.parsed(node, "from", LocalDate::parse))
            .orElse(null);
    LocalDate until =
        valid
            .optional("until")
            .map(node -> valid.parsed(node, "until", LocalDate::parse))
            .orElse(null);
    return valid.built(valid.node(), () -> new Validity(from, until));
  }

  private static List<Control> controls(PackText text, List<Node> nodes) {
    Set<String> seen = new HashSet<>();
    return nodes.stream()
        .map(
            node -> {
              Control control = ControlReader.read(text, node);
              if (!seen.add(control.id())) {
                throw text.refusal(control.id(), node, "another control has this id");
              }
              return control;
            })
        .toList();
  }

  private static String name(String name) {
    if (!Control.ID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is not lower-case words joined by hyphens, such as assay-baseline");
    }
    return name;
  }

  private static String version(String version) {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(
          "'" + version + "' is not a version as year.month.number, such as 2026.11.1");
    }
    return version;
  }
}
