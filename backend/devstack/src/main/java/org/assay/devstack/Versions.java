package org.assay.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The versions the build was made with, filled in by Maven.
record Versions(String postgres, String keycloak) {

  static Versions built() {
    Properties versions = new Properties();
    try (InputStream in = Resources.open("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("versions.properties cannot be read", e);
    }
    return new Versions(versions.getProperty("postgres"), versions.getProperty("keycloak"));
  }
}
