package org.assay.server.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assay.api.datasets.Sensitivity;

/// Detects what values are by their form and, where the number carries one, its checksum.
/// In order: the stricter first.
enum ValueDetector {
  EMAIL("hold an e-mail address", 0.01, ValueDetector::holdsEmail),
  IBAN("are bank account numbers (IBAN, checksum right)", 0.8, Checksums::iban),
  CARD("are payment card numbers (checksum right)", 0.8, Checksums::card),
  US_SSN("are United States social security numbers", 0.8, Checksums::socialSecurity),
  UK_NINO("are United Kingdom national insurance numbers", 0.8, Checksums::nationalInsurance),
  DE_TAX_ID("are German tax identifiers (checksum right)", 0.8, Checksums::germanTaxId),
  FR_NIR("are French social security numbers (checksum right)", 0.8, Checksums::frenchNir),
  ES_DNI("are Spanish identity numbers (checksum right)", 0.8, Checksums::spanishId),
  IP("are internet addresses", 0.8, ValueDetector::internetAddress),
  PHONE("look like telephone numbers", 0.8, ValueDetector::phone);

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern PHONE_FORM =
      Pattern.compile("(\\+|00)?\\(?[0-9][0-9 ()./-]{5,18}[0-9]");
  private static final Pattern DATE_FORM =
      Pattern.compile("[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*");
  private static final Pattern DOTTED =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.|$)){4}");

  private final String clause;
  private final double share;
  private final Predicate<String> test;

  ValueDetector(String clause, double share, Predicate<String> test) {
    this.clause = clause;
    this.share = share;
    this.test = test;
  }

  boolean matches(String value) {
    return test.test(value.strip());
  }

  /// The first detector that enough values satisfy. Fractions, booleans and dates are none of it.
  static Optional<Proposal> first(ColumnKind kind, List<String> values) {
    if (values.isEmpty() || kind == ColumnKind.BOOLEAN || kind == ColumnKind.DATE) {
      return Optional.empty();
    }
    return Arrays.stream(values()).flatMap(d -> d.proposal(values).stream()).findFirst();
  }

  private Optional<Proposal> proposal(List<String> values) {
    long hits = values.stream().filter(this::matches).count();
    if (hits == 0 || hits < share * values.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposal(
            Sensitivity.IDENTIFIER,
            "%d of the %d values looked at %s.".formatted(hits, values.size(), clause)));
  }

  private static boolean holdsEmail(String value) {
    return value.indexOf('@') > 0 && MAIL.matcher(value).find();
  }

  private static boolean internetAddress(String value) {
    return DOTTED.matcher(value).matches() && !value.endsWith(".");
  }

  /// Digits alone are not taken for a telephone number: a plus or a separator must say so.
  private static boolean phone(String value) {
    long digits = value.chars().filter(Character::isDigit).count();
    boolean written = value.startsWith("+") || value.chars().anyMatch(c -> " ()-/".indexOf(c) >= 0);
    return written
        && digits >= 7
        && digits <= 15
        && PHONE_FORM.matcher(value).matches()
        && !DATE_FORM.matcher(value).matches();
  }
}
