package org.assay.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MutatedModelsTest {
  private static final int MUTATIONS_EACH = 400;

  @Test
  void whateverTheBytesAreTheOutcomeIsAReport() {
    List<ModelProto.Builder> seeds =
        List.of(
            Models.logistic(),
            Models.endless(true),
            Models.looping("", Models.countedBody()),
            Models.constantOfShape(8, 8),
            Models.memoryBomb(),
            Models.external("weights.bin", "0", "8"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          SplittableRandom random = new SplittableRandom(7);
          int unread = 0;
          for (ModelProto.Builder seed : seeds) {
            byte[] good = seed.build().toByteArray();
            for (int i = 0; i < MUTATIONS_EACH; i++) {
              unread += inspect(mutated(good, random)).irVersion() == 0 ? 1 : 0;
            }
          }
          assertThat(unread).isBetween(1, seeds.size() * MUTATIONS_EACH - 1);
        });
  }

  @Test
  void everyTruncationIsReported() {
    byte[] good = Models.endless(true).build().toByteArray();
    for (int length = 0; length < good.length; length++) {
      assertThat(inspect(Arrays.copyOf(good, length)).mayBeLoaded()).isFalse();
    }
  }

  private static InspectionReport inspect(byte[] bytes) {
    return ModelInspector.inspect(
        List.of(ModelFile.of("model.onnx", bytes), ModelFile.of("weights.bin", new byte[64])),
        InspectionLimits.DEFAULT);
  }

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> {
          int length = Math.min(bytes.length - at, 1 + random.nextInt(16));
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
