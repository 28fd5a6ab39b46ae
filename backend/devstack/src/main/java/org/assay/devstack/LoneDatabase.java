package org.assay.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A real PostgreSQL without Keycloak, migrated, on a free port and in a temporary folder that goes
/// with it. Commits are synced to the disk, as in production: for measuring.
public final class LoneDatabase implements AutoCloseable {

  private final Path folder;
  private final PostgresServer server;
  private final Database database;

  private LoneDatabase(Path folder, PostgresServer server, Database database) {
    this.folder = folder;
    this.server = server;
    this.database = database;
  }

  /// @throws StackException if it does not come up
  public static LoneDatabase start() {
    try {
      Path folder = Files.createTempDirectory("assay-database");
      Stack.Place place =
          new Stack.Place(
              CacheFolder.of(System.getenv()), folder, folder, Ports.free(), Ports.free());
      PostgresServer server =
          PostgresServer.start(place, PostgresServer.Durability.KEPT, line -> {});
      try {
        return new LoneDatabase(folder, server, new Databases(server.superuser()).main());
      } catch (StackException e) {
        server.close();
        CacheFolder.delete(folder);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  /// The migrated database, empty at first.
  public Database database() {
    return database;
  }

  /// Ends PostgreSQL and deletes its data.
  @Override
  public void close() {
    server.close();
    try {
      CacheFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
