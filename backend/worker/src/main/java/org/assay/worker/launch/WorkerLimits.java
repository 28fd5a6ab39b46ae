package org.assay.worker.launch;

import java.time.Duration;

/// What one worker process may use.
///
/// @param heapBytes Java heap
/// @param addressSpaceBytes all memory mapped; the JVM itself reserves about 2 GiB of it
/// @param cpuSeconds processor time, all threads together
/// @param wallClock time until the outcome
/// @param openFiles open files
/// @param fileBytes size of one file written; the engine's own library (about 40 MiB) is unpacked
///     into the work folder, and files of external data are stored there
public record WorkerLimits(
    long heapBytes,
    long addressSpaceBytes,
    long cpuSeconds,
    Duration wallClock,
    int openFiles,
    long fileBytes) {
  /// 512 MiB of heap, 6 GB of address space, 600 s of processor, 10 minutes, 256 files, 2 GiB a
  /// file.
  public static final WorkerLimits DEFAULT =
      new WorkerLimits(512L << 20, 6_000_000_000L, 600, Duration.ofMinutes(10), 256, 2L << 30);

  private static final long LEAST_HEAP = 64L << 20;

  /// @throws IllegalArgumentException for a heap under 64 MiB, an address space not above the
  ///     heap, or any other limit below 1
  public WorkerLimits {
    if (heapBytes < LEAST_HEAP || addressSpaceBytes <= heapBytes) {
      throw new IllegalArgumentException(
          "a worker has at least 64 MiB of heap and more address space than heap, not %d and %d bytes"
              .formatted(heapBytes, addressSpaceBytes));
    }
    if (cpuSeconds < 1 || openFiles < 1 || fileBytes < 1 || !wallClock.isPositive()) {
      throw new IllegalArgumentException("every limit of a worker is above 0");
    }
  }

  public WorkerLimits withWallClock(Duration duration) {
    return new WorkerLimits(
        heapBytes, addressSpaceBytes, cpuSeconds, duration, openFiles, fileBytes);
  }
}
