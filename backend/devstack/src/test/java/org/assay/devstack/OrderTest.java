package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void optionsComeInAnyOrder() {
    assertThat(Order.parse(List.of("up"))).isEqualTo(new Order.Start(false, false));
    assertThat(Order.parse(List.of("up", "--empty", "--detach")))
        .isEqualTo(new Order.Start(true, true));
    assertThat(Order.parse(List.of("down"))).isEqualTo(new Order.Stop());
    assertThat(Order.parse(List.of("status"))).isEqualTo(new Order.Look());
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    assertThatThrownBy(() -> Order.parse(List.of("up", "--fast")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("--fast");
    assertThatThrownBy(() -> Order.parse(List.of("down", "--detach")))
        .hasMessageContaining("--detach");
    assertThatThrownBy(() -> Order.parse(List.of("sideways"))).hasMessageContaining("sideways");
    assertThatThrownBy(() -> Order.parse(List.of())).hasMessageContaining("up [--detach]");
  }
}
