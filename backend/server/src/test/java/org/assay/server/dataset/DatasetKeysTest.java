package org.assay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetKeysTest {
  private static final byte[] MESSAGE = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void aDatasetKeepsItsKeyAndAnotherHasAnother() {
    UUID dataset = UUID.randomUUID();
    byte[] first = keys().of(dataset).authenticate(MESSAGE);
    assertThat(keys().of(dataset).authenticate(MESSAGE)).isEqualTo(first);
    assertThat(keys().of(UUID.randomUUID()).authenticate(MESSAGE)).isNotEqualTo(first);
  }

  @Test
  void onlyTheServersAccountReadsTheKey() throws IOException {
    UUID dataset = UUID.randomUUID();
    keys().of(dataset);
    Path file = folder.resolve("datasets").resolve(dataset + ".key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("datasets")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void manyWhoBeginAtOnceGetOneKey() throws InterruptedException, ExecutionException {
    UUID dataset = UUID.randomUUID();
    Callable<List<Byte>> read = () -> boxed(keys().of(dataset).authenticate(MESSAGE));
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<List<Byte>>> reads =
          pool.invokeAll(IntStream.range(0, 32).mapToObj(i -> read).toList());
      List<Byte> first = reads.getFirst().get();
      for (Future<List<Byte>> other : reads) {
        assertThat(other.get()).isEqualTo(first);
      }
    }
  }

  private static List<Byte> boxed(byte[] bytes) {
    return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
  }

  private DatasetKeys keys() {
    return new DatasetKeys(() -> folder);
  }
}
