package org.assay.devstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What to start: one operating-system process of the stack.
///
/// @param name what people call it, for example `keycloak`
/// @param command the command line, program first
/// @param environment added to our own environment
/// @param folder the working folder
/// @param log where its output goes, overwritten at every start
/// @param signal what asks it to end: `TERM`, or `INT` for PostgreSQL (which on `TERM` waits for
// its clients)
record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    Path log,
    String signal) {

  Program {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("the program " + name + " has no command");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
