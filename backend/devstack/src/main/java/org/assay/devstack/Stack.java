package org.assay.devstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, migrated, and Keycloak with the realm `assay`: everything Assay's own programs need.
final class Stack implements AutoCloseable {

  /// Where one stack lives.
  ///
  /// @param cache what was prepared once
  /// @param folder the data of PostgreSQL and Keycloak
  /// @param logs their logs
  /// @param postgresPort,keycloakPort where they listen, on 127.0.0.1
  record Place(CacheFolder cache, Path folder, Path logs, int postgresPort, int keycloakPort) {}

  private final PostgresServer postgres;
  private final KeycloakServer keycloak;
  private final Database database;

  private Stack(PostgresServer postgres, KeycloakServer keycloak, Database database) {
    this.postgres = postgres;
    this.keycloak = keycloak;
    this.database = database;
  }

  /// Starts both side by side and migrates the database `assay`. If one fails, neither is left
  // running.
  static Stack start(Place place, PostgresServer.Durability durability, Progress progress) {
    CompletableFuture<KeycloakServer> keycloak =
        CompletableFuture.supplyAsync(
            () -> startKeycloak(place, progress), Thread::startVirtualThread);
    @Nullable PostgresServer postgres = null;
    try {
      postgres = startPostgres(place, durability, progress);
      Database database = new Databases(postgres.superuser()).main();
      return new Stack(postgres, keycloak.join(), database);
    } catch (CompletionException e) {
      close(postgres, keycloak);
      throw e.getCause() instanceof StackException cause ? cause : e;
    } catch (RuntimeException e) {
      close(postgres, keycloak);
      throw e;
    }
  }

  private static PostgresServer startPostgres(
      Place place, PostgresServer.Durability durability, Progress progress) {
    Stopwatch watch = Stopwatch.start();
    PostgresServer server = PostgresServer.start(place, durability, progress);
    progress.say(
        "PostgreSQL " + Versions.built().postgres() + " on port " + place.postgresPort() + watch);
    return server;
  }

  private static KeycloakServer startKeycloak(Place place, Progress progress) {
    KeycloakHome home = KeycloakHome.prepared(place.cache(), progress);
    Stopwatch watch = Stopwatch.start();
    KeycloakServer server = KeycloakServer.start(home, place, progress);
    progress.say(
        "Keycloak " + Versions.built().keycloak() + " on port " + place.keycloakPort() + watch);
    return server;
  }

  private static void close(
      @Nullable PostgresServer postgres, CompletableFuture<KeycloakServer> keycloak) {
    keycloak
        .handle(
            (server, failure) -> {
              if (server != null) {
                server.close();
              }
              return failure;
            })
        .join();
    if (postgres != null) {
      postgres.close();
    }
  }

  /// The migrated database `assay`.
  Database database() {
    return database;
  }

  Superuser superuser() {
    return postgres.superuser();
  }

  /// The issuer, `http://localhost:<port>/realms/assay`.
  URI realm() {
    return keycloak.realm();
  }

  /// Ends both, Keycloak first.
  @Override
  public void close() {
    keycloak.close();
    postgres.close();
  }
}
