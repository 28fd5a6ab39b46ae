package org.assay.serving.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assay.onnx.runtime.ElementType;
import org.assay.onnx.runtime.RunFailedException;
import org.assay.onnx.runtime.SessionSettings;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.House;
import org.assay.serving.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Engine engine =
      new Engine(new SessionSettings(SessionSettings.Device.CPU, 1, false, 1 << 20, 0), 1, 1);

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void aRunGivesTheOutputsThatWereWanted() throws Exception {
    LoadedModel model = engine.load(House.MODEL, null);
    Map<String, Tensor> answer =
        engine.run(model, rows(2), Set.of("probabilities"), Deadline.after(Duration.ofSeconds(9)));
    assertThat(answer.get("probabilities").shape()).containsExactly(2, 2);
    model.retire();
  }

  @Test
  void aRetiredModelDoesNotRun() throws Exception {
    LoadedModel model = engine.load(House.MODEL, null);
    model.retire();
    model.retire();
    assertThatThrownBy(() -> run(model, Duration.ofSeconds(9)))
        .isInstanceOf(RetiredException.class);
  }

  @Test
  void aDeadlineThatHasPassedIsADeadline() throws Exception {
    LoadedModel model = engine.load(House.MODEL, null);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> run(model, Duration.ZERO));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DEADLINE);
    model.retire();
  }

  @Test
  void inputsThatTheRuntimeRefusesAreMalformed() throws Exception {
    LoadedModel model = engine.load(House.MODEL, null);
    Tensor narrow =
        new Tensor.Numbers(ElementType.FP32, new long[] {1, 3}, ByteBuffer.allocateDirect(12));
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                engine.run(
                    model,
                    Map.of("float_input", narrow),
                    Set.of("probabilities"),
                    Deadline.after(Duration.ofSeconds(9))));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    model.retire();
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    assertThatThrownBy(() -> engine.load(new byte[] {1, 2, 3}, null))
        .isInstanceOf(RunFailedException.class)
        .hasMessageStartingWith("ONNX Runtime refuses the model");
  }

  private Map<String, Tensor> run(LoadedModel model, Duration limit) throws RunFailedException {
    return engine.run(model, rows(1), Set.of("probabilities"), Deadline.after(limit));
  }

  private static Map<String, Tensor> rows(int rows) {
    return Map.of(
        "float_input",
        new Tensor.Numbers(
            ElementType.FP32, new long[] {rows, 11}, ByteBuffer.allocateDirect(rows * 44)));
  }
}
