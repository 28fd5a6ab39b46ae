package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A real PostgreSQL, listening on this machine alone. Its folder survives restarts.
final class PostgresServer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Child child;
  private final Superuser superuser;

  private PostgresServer(Child child, Superuser superuser) {
    this.child = child;
    this.superuser = superuser;
  }

  /// How much a crash of the machine may cost.
  enum Durability {
    /// Nothing: what was committed stays.
    KEPT,
    /// Everything: for tests, faster.
    LOST
  }

  /// Starts PostgreSQL on the data in the place's `postgres`, made first if there is none.
  static PostgresServer start(Stack.Place place, Durability durability, Progress progress) {
    return start(place, durability, progress, Unprivileged.here());
  }

  static PostgresServer start(
      Stack.Place place, Durability durability, Progress progress, Unprivileged unprivileged) {
    Path folder = place.folder().resolve("postgres");
    Path log = place.logs().resolve("postgres.log");
    int port = place.postgresPort();
    try {
      PostgresBinaries binaries = PostgresBinaries.unpacked(unprivileged.cache(place.cache()));
      String password = initialised(binaries, unprivileged, folder, log);
      Child child =
          Child.start(
              new Program(
                  "postgres",
                  unprivileged.wrap(serverCommand(binaries, folder, port, durability)),
                  Map.of(),
                  folder,
                  log,
                  "INT"));
      progress.started(child);
      PostgresServer server = new PostgresServer(child, new Superuser(port, password));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare PostgreSQL's folder " + folder, e);
    }
  }

  private static String initialised(
      PostgresBinaries binaries, Unprivileged unprivileged, Path folder, Path log)
      throws IOException {
    Path secret = folder.resolve("superuser");
    Path data = folder.resolve("data");
    if (Files.exists(data.resolve("PG_VERSION")) && Files.exists(secret)) {
      return Files.readString(secret);
    }
    CacheFolder.delete(data);
    Files.createDirectories(data);
    unprivileged.own(data);
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Files.deleteIfExists(secret);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, password);
    unprivileged.own(secret);
    Child.run(
        new Program(
            "initdb",
            unprivileged.wrap(initCommand(binaries, data, secret)),
            Map.of(),
            folder,
            log,
            "TERM"),
        LIMIT);
    return password;
  }

  private static List<String> initCommand(PostgresBinaries binaries, Path data, Path secret) {
    return List.of(
        binaries.program("initdb").toString(),
        "--pgdata=" + data,
        "--username=" + Superuser.NAME,
        "--auth=scram-sha-256",
        "--pwfile=" + secret,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync");
  }

  private static List<String> serverCommand(
      PostgresBinaries binaries, Path folder, int port, Durability durability) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.program("postgres").toString(),
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port)));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=100",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC"));
    if (durability == Durability.LOST) {
      settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  private void awaitReady() {
    try {
      child.await(
          LIMIT,
          () -> {
            try (Connection connection = superuser.connect(Superuser.NAME)) {
              return connection.isValid(2);
            } catch (SQLException e) {
              return false;
            }
          });
    } catch (StackException e) {
      child.close();
      throw e;
    }
  }

  Superuser superuser() {
    return superuser;
  }

  @Override
  public void close() {
    child.close();
  }
}
