package org.assay.demo;

import java.util.Locale;

/// The demo realm's people that the loader acts as.
public enum Person {
  /// Owner of the models and of the data.
  OLIVIA,
  /// Reviewer.
  RAVI,
  /// Reviewer.
  ROSA,
  /// Administrator: releases, never approves.
  ADA;

  /// The user name in the realm.
  public String userName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
