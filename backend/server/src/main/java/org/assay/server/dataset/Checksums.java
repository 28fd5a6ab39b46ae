package org.assay.server.dataset;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/// Numbers that prove what they are by a check digit or a rule of their issuer.
final class Checksums {
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern CARD = Pattern.compile("[2-6][0-9]{12,18}");
  private static final Pattern SSN =
      Pattern.compile("(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}");
  private static final Pattern NINO =
      Pattern.compile("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");
  private static final Pattern TAX_ID = Pattern.compile("[1-9][0-9]{10}");
  private static final Pattern NIR = Pattern.compile("[12][0-9]{4}[0-9AB][0-9]{9}");
  private static final Pattern DNI = Pattern.compile("[XYZ0-9][0-9]{7}[A-Z]");
  private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Checksums() {}

  /// ISO 13616: the first four characters moved to the end, letters as 10 to 35, modulo 97 is 1.
  static boolean iban(String value) {
    String bare = bare(value);
    if (!IBAN.matcher(bare).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    String turned = bare.substring(4) + bare.substring(0, 4);
    turned.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  /// ISO/IEC 7812: 13 to 19 digits, a network's first digit, the Luhn sum divisible by 10.
  static boolean card(String value) {
    String bare = bare(value);
    return CARD.matcher(bare).matches() && luhn(bare) % 10 == 0;
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum;
  }

  /// No check digit, but ranges that were never issued: area 000, 666, 900 and above.
  static boolean socialSecurity(String value) {
    return SSN.matcher(value).matches();
  }

  static boolean nationalInsurance(String value) {
    return NINO.matcher(bare(value)).matches();
  }

  /// ISO/IEC 7064 MOD 11,10 over the first ten digits.
  static boolean germanTaxId(String value) {
    String bare = bare(value);
    if (!TAX_ID.matcher(bare).matches()) {
      return false;
    }
    int product = 10;
    for (int i = 0; i < 10; i++) {
      int sum = (bare.charAt(i) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == bare.charAt(10) - '0';
  }

  /// The last two digits are 97 less the rest modulo 97; Corsica's 2A and 2B count as 19 and 18.
  static boolean frenchNir(String value) {
    String bare = bare(value);
    if (!NIR.matcher(bare).matches()) {
      return false;
    }
    String digits = bare.replace("2A", "19").replace("2B", "18");
    if (!digits.chars().allMatch(Character::isDigit)) {
      return false;
    }
    long number = Long.parseLong(digits.substring(0, 13));
    return 97 - number % 97 == Long.parseLong(digits.substring(13));
  }

  /// DNI and NIE: the letter is the number modulo 23; X, Y, Z begin as 0, 1, 2.
  static boolean spanishId(String value) {
    String bare = bare(value);
    if (!DNI.matcher(bare).matches()) {
      return false;
    }
    int foreign = "XYZ".indexOf(bare.charAt(0));
    String digits = foreign < 0 ? bare.substring(0, 8) : foreign + bare.substring(1, 8);
    return DNI_LETTERS.charAt(Integer.parseInt(digits) % 23) == bare.charAt(8);
  }

  private static String bare(String value) {
    return value.replaceAll("[ .-]", "").toUpperCase(Locale.ROOT);
  }
}
