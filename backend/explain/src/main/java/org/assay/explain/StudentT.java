package org.assay.explain;

/// Student's t distribution for whole degrees of freedom.
final class StudentT {
  private StudentT() {}

  /// The t for which `P(|T| <= t) = level`, by bisection on the angle atan(t / sqrt(degrees)).
  static double critical(double level, int degrees) {
    double low = 0;
    double high = Math.PI / 2;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(degrees) * Math.tan((low + high) / 2);
  }

  /// `P(|T| <= sqrt(degrees) tan(angle))`, Abramowitz and Stegun 26.7.3 and 26.7.4.
  private static double within(double angle, int degrees) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? cosine : 1;
    double sum = degrees == 1 ? 0 : term;
    for (int power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
      term *= cosine * cosine * (power - 1) / power;
      sum += term;
    }
    return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
  }
}
