package org.assay.bench;

import java.util.Arrays;

/// What the rounds of one load came to.
///
/// @param seconds `[round]`, seconds for one unit
/// @param ratios `[round]`, these seconds over those of the limit in the same round: 2 is twice as
///     slow
@SuppressWarnings("ArrayRecordComponent") // read once, by the printer
record Measured(Load load, double[] seconds, double[] ratios) {
  Measured {
    seconds = seconds.clone();
    ratios = ratios.clone();
  }

  Summary secondsForOne() {
    return Summary.of(seconds);
  }

  Summary unitsASecond() {
    return Summary.of(Arrays.stream(seconds).map(s -> 1 / s).toArray());
  }

  Summary timesTheLimit() {
    return Summary.of(ratios);
  }
}
