package org.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchOrderTest {
  private static final List<String> KNOWN = List.of("audit", "onnx-1", "onnx-64");

  @Test
  void withoutANameEverythingIsMeasured() {
    assertThat(parse()).isEqualTo(new BenchOrder(KNOWN, 9));
  }

  @Test
  void aBeginningPicksAllThatBeginWithIt() {
    assertThat(parse("onnx", "--rounds=3"))
        .isEqualTo(new BenchOrder(List.of("onnx-1", "onnx-64"), 3));
  }

  @Test
  void anUnknownNameIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> parse("ledger"))
        .hasMessageContaining("ledger")
        .hasMessageContaining("onnx-64");
  }

  @Test
  void roundsThatAreNoNumberAreRefused() {
    assertThatThrownBy(() -> parse("--rounds=0")).hasMessageContaining("1 to 9999");
  }

  private static BenchOrder parse(String... arguments) {
    return BenchOrder.parse(List.of(arguments), KNOWN, 9);
  }
}
