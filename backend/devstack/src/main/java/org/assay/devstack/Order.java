package org.assay.devstack;

import java.util.List;

/// What [Up] is asked to do.
sealed interface Order {

  /// Bring the stack up.
  ///
  /// @param detach return when it is ready, and leave it running
  /// @param empty do not load the demo
  record Start(boolean detach, boolean empty) implements Order {}

  /// Bring it down.
  record Stop() implements Order {}

  /// Say what runs.
  record Look() implements Order {}

  /// Reads a command line.
  ///
  /// @throws StackException if it is none of ours
  static Order parse(List<String> words) {
    if (words.isEmpty()) {
      throw unknown("nothing");
    }
    List<String> options = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "up" -> start(options);
      case "down" -> alone(options, new Stop());
      case "status" -> alone(options, new Look());
      default -> throw unknown("\"" + words.getFirst() + "\"");
    };
  }

  private static Order start(List<String> options) {
    boolean detach = false;
    boolean empty = false;
    for (String option : options) {
      switch (option) {
        case "--detach" -> detach = true;
        case "--empty" -> empty = true;
        default -> throw unknown("the option \"" + option + "\"");
      }
    }
    return new Start(detach, empty);
  }

  private static Order alone(List<String> options, Order order) {
    if (!options.isEmpty()) {
      throw unknown("the option \"" + options.getFirst() + "\"");
    }
    return order;
  }

  private static StackException unknown(String what) {
    return new StackException(
        what + " is not known here: give up [--detach] [--empty], down or status");
  }
}
