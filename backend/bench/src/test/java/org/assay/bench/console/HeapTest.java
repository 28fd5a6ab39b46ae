package org.assay.bench.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapTest {
  @Test
  void theTotalOfAHistogramIsItsBytes() {
    assertThat(
            Heap.total(
                """
                 num     #instances         #bytes  class name
                   1:         10000         400000  [B (java.base@25)
                Total         10000         400000
                """))
        .isEqualTo(400_000);
  }

  @Test
  void whatIsNoHistogramIsRefused() {
    assertThatThrownBy(() -> Heap.total("No such process")).hasMessageContaining("no total");
  }
}
