package org.assay.console.parts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Addresses of the pages, so that pages link to each other without knowing each other.
public final class Paths {
  public static final String DASHBOARD = "";
  public static final String INBOX = "inbox";
  public static final String MODELS = "models";
  public static final String VERSIONS = "versions";
  public static final String DATASETS = "datasets";
  public static final String GRANTS = "grants";
  public static final String RELEASES = "releases";
  public static final String AUDIT = "audit";
  public static final String JOBS = "jobs";

  public static final String POLICIES = "admin/policies";
  public static final String PEOPLE = "admin/people";
  public static final String PARTS = "admin/parts";

  private Paths() {}

  public static String model(String name) {
    return MODELS + "/" + encode(name);
  }

  public static String version(String model, int number) {
    return model(model) + "/versions/" + number;
  }

  public static String version(String model, int number, String tab) {
    return version(model, number) + "/" + tab;
  }

  /// Comparing a version with the one before it, or with another of the same model.
  public static String compare(String model, int right) {
    return model(model) + "/compare?right=" + right;
  }

  public static String compare(String model, int left, int right) {
    return model(model) + "/compare?left=" + left + "&right=" + right;
  }

  public static String dataset(UUID id) {
    return DATASETS + "/" + id;
  }

  public static String event(long id) {
    return AUDIT + "/" + id;
  }

  /// Who read the dataset.
  public static String reads(UUID id) {
    return dataset(id) + "?tab=reads";
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
