package org.assay.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What was asked for on the command line.
record BenchOrder(List<String> names, int rounds) {
  private static final String ROUNDS = "--rounds=";

  BenchOrder {
    names = List.copyOf(names);
  }

  /// @param known the names there are; an argument picks those that begin with it
  /// @param usualRounds where none are given
  /// @throws IllegalArgumentException in words, for an argument that means nothing
  static BenchOrder parse(List<String> arguments, List<String> known, int usualRounds) {
    Set<String> names = new LinkedHashSet<>();
    int rounds = usualRounds;
    for (String argument : arguments) {
      if (argument.startsWith(ROUNDS)) {
        rounds = rounds(argument.substring(ROUNDS.length()));
      } else {
        names.addAll(picked(argument, known));
      }
    }
    return new BenchOrder(names.isEmpty() ? known : new ArrayList<>(names), rounds);
  }

  private static List<String> picked(String beginning, List<String> known) {
    List<String> picked = known.stream().filter(name -> name.startsWith(beginning)).toList();
    if (picked.isEmpty()) {
      throw new IllegalArgumentException(
          "no benchmark begins with \"%s\"; there are %s".formatted(beginning, known));
    }
    return picked;
  }

  private static int rounds(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "%s takes a number from 1 to 9999, not \"%s\"".formatted(ROUNDS, text));
    }
    return Integer.parseInt(text);
  }
}
