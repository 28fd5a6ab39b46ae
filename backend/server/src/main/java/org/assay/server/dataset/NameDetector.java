package org.assay.server.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.api.datasets.Sensitivity;

/// Detects what a column is by the words of its name: `dateOfBirth`, `date_of_birth` and
/// `DATE OF BIRTH` have the same words.
final class NameDetector {
  private static final Set<String> SENSITIVE =
      Set.of(
          "race",
          "ethnicity",
          "ethnic",
          "sex",
          "gender",
          "age",
          "afam",
          "marital",
          "married",
          "single",
          "divorced",
          "widowed",
          "religion",
          "religious",
          "faith",
          "disability",
          "disabled",
          "pregnant",
          "pregnancy",
          "orientation",
          "nationality",
          "citizenship",
          "citizen",
          "immigrant",
          "political",
          "party",
          "union",
          "health",
          "diagnosis",
          "disease",
          "veteran",
          "caste",
          "genetic",
          "tribe",
          "skin",
          "minority",
          "transgender");
  private static final Set<String> IDENTIFIER =
      Set.of(
          "id",
          "uuid",
          "guid",
          "email",
          "mail",
          "phone",
          "telephone",
          "mobile",
          "fax",
          "ssn",
          "nino",
          "passport",
          "licence",
          "license",
          "iban",
          "account",
          "card",
          "firstname",
          "lastname",
          "surname",
          "forename",
          "fullname",
          "username",
          "login",
          "address",
          "street",
          "ip",
          "mrn",
          "imei",
          "plate",
          "vin",
          "signature");
  private static final Set<String> QUASI =
      Set.of(
          "zip",
          "zipcode",
          "postcode",
          "postal",
          "plz",
          "birth",
          "birthdate",
          "birthday",
          "dob",
          "born",
          "city",
          "town",
          "municipality",
          "county",
          "state",
          "country",
          "region",
          "district",
          "tract",
          "latitude",
          "longitude",
          "lat",
          "lon",
          "occupation",
          "job",
          "profession",
          "employer",
          "selfemp",
          "education",
          "school",
          "hschool",
          "degree",
          "income",
          "salary",
          "wage",
          "household",
          "children",
          "dependents",
          "language",
          "height",
          "weight");
  private static final Set<String> PERSON =
      Set.of(
          "first",
          "last",
          "given",
          "family",
          "middle",
          "maiden",
          "full",
          "user",
          "person",
          "customer",
          "applicant",
          "borrower",
          "employee",
          "patient",
          "client",
          "member");

  private NameDetector() {}

  static Optional<Proposal> first(String name) {
    List<String> words = words(name);
    return word(words, SENSITIVE::contains)
        .map(w -> proposal(Sensitivity.SENSITIVE, w, "names a protected attribute"))
        .or(
            () ->
                word(words, w -> IDENTIFIER.contains(w) || isPersonsName(w, words))
                    .map(w -> proposal(Sensitivity.IDENTIFIER, w, "names an identifier")))
        .or(
            () ->
                word(words, QUASI::contains)
                    .map(
                        w ->
                            proposal(
                                Sensitivity.QUASI_IDENTIFIER,
                                w,
                                "names what, with other columns, can single out a person")));
  }

  static List<String> words(String name) {
    String parted = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^\\p{L}\\p{N}]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  /// `name` alone is taken for a person's; `product_name` is not.
  private static boolean isPersonsName(String word, List<String> words) {
    return word.equals("name") && (words.size() == 1 || words.stream().anyMatch(PERSON::contains));
  }

  private static Optional<String> word(List<String> words, Predicate<String> test) {
    return words.stream().filter(test).findFirst();
  }

  private static Proposal proposal(Sensitivity sensitivity, String word, String clause) {
    return new Proposal(
        sensitivity, "Its name has the word \"%s\", which %s.".formatted(word, clause));
  }
}
