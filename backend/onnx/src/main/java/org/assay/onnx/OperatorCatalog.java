package org.assay.onnx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The operators that a model may use: those of `ai.onnx` and `ai.onnx.ml`, with the versions of
/// the operator set that define or withdraw each.
final class OperatorCatalog {
  static final String DEFAULT_DOMAIN = "ai.onnx";
  static final String ML_DOMAIN = "ai.onnx.ml";

  /// ONNX Runtime promises nothing for models below this.
  private static final long LEAST_OPSET = 7;

  private static final Map<String, List<Version>> OPERATORS = load();

  private record Version(long since, boolean withdrawn) {}

  private OperatorCatalog() {}

  /// The domain's one name: the empty one is `ai.onnx`.
  static String domain(String domain) {
    return domain.isEmpty() ? DEFAULT_DOMAIN : domain;
  }

  /// How the operator is listed: with its domain, unless that is the default one.
  static String listed(String domain, String operator) {
    return domain.equals(DEFAULT_DOMAIN) ? operator : domain + ":" + operator;
  }

  static long leastOpset(String domain) {
    return domain.equals(DEFAULT_DOMAIN) ? LEAST_OPSET : 1;
  }

  /// The newest version known; 0 for an unknown domain.
  static long greatestOpset(String domain) {
    return switch (domain) {
      case DEFAULT_DOMAIN -> 26;
      case ML_DOMAIN -> 5;
      default -> 0;
    };
  }

  static boolean knows(String domain, String operator) {
    return OPERATORS.containsKey(domain + "," + operator);
  }

  /// Why a known operator is not in this version of its set; empty where it is.
  static Optional<String> absence(String domain, String operator, long opset) {
    List<Version> versions = OPERATORS.getOrDefault(domain + "," + operator, List.of());
    Optional<Version> current =
        versions.stream()
            .filter(version -> version.since() <= opset)
            .reduce((earlier, later) -> later);
    if (current.isEmpty()) {
      return Optional.of(
          versions.isEmpty()
              ? "it does not exist"
              : "it came in version " + versions.getFirst().since());
    }
    return current.get().withdrawn()
        ? Optional.of("it was withdrawn in version " + current.get().since())
        : Optional.empty();
  }

  private static Map<String, List<Version>> load() {
    try (InputStream in = OperatorCatalog.class.getResourceAsStream("operators.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, "operators.csv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0] + "," + parts[1], parts -> versions(parts[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Version> versions(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(
            version -> new Version(Long.parseLong(version.replace("!", "")), version.endsWith("!")))
        .toList();
  }
}
