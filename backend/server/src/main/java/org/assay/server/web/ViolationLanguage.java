package org.assay.server.web;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolver;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolverContext;

/// Violations of the contract are told in the language of the rest of the answer.
@Singleton
class ViolationLanguage implements LocaleResolver {
  private final ReaderLanguage reader;

  ViolationLanguage(ReaderLanguage reader) {
    this.reader = reader;
  }

  @Override
  public Locale resolve(LocaleResolverContext context) {
    return reader.get().locale();
  }
}
