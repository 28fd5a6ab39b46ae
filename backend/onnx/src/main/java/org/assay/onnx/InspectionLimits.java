package org.assay.onnx;

/// Budgets for an upload. A model beyond one of them is refused before any native code sees it.
///
/// @param maximumFiles files in the upload
/// @param maximumModelBytes size of the file with the graph, below 2 GiB, which is protobuf's limit
/// @param maximumTotalBytes all files together
/// @param maximumParsedBytes estimate of the heap that the parsed graph takes, large tensors apart
/// @param maximumNodes operators, subgraphs included
/// @param maximumInitializerBytes all tensors held in the files together, at their declared shapes
/// @param maximumSubgraphDepth bodies within bodies of If, Loop and Scan
/// @param maximumTripCount runs of a Loop's body, nested loops multiplied
/// @param maximumTensorBytes one tensor that an operator makes from constants
public record InspectionLimits(
    int maximumFiles,
    long maximumModelBytes,
    long maximumTotalBytes,
    long maximumParsedBytes,
    int maximumNodes,
    long maximumInitializerBytes,
    int maximumSubgraphDepth,
    long maximumTripCount,
    long maximumTensorBytes) {
  private static final long MEBIBYTE = 1 << 20;

  /// 64 files, 1 GiB of model file, 8 GiB in all, 256 MiB parsed, 100,000 nodes, 8 GiB of tensors,
  /// 8 levels, 100,000 trips, 256 MiB per made tensor.
  public static final InspectionLimits DEFAULT =
      new InspectionLimits(
          64,
          1024 * MEBIBYTE,
          8192 * MEBIBYTE,
          256 * MEBIBYTE,
          100_000,
          8192 * MEBIBYTE,
          8,
          100_000,
          256 * MEBIBYTE);

  /// @throws IllegalArgumentException for a limit below 1, or a model file of 2 GiB or more
  public InspectionLimits {
    if (Math.min(maximumFiles, Math.min(maximumNodes, maximumSubgraphDepth)) < 1
        || Math.min(maximumTotalBytes, Math.min(maximumParsedBytes, maximumTensorBytes)) < 1
        || Math.min(maximumInitializerBytes, maximumTripCount) < 1) {
      throw new IllegalArgumentException("every limit of an inspection is at least 1");
    }
    if (maximumModelBytes < 1 || maximumModelBytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a model file holds 1 to 2147483647 bytes, not " + maximumModelBytes);
    }
    if (maximumSubgraphDepth > 24) {
      throw new IllegalArgumentException(
          "bodies nest at most 24 deep, not " + maximumSubgraphDepth);
    }
  }

  InspectionLimits withModelBytes(long bytes) {
    return new InspectionLimits(
        maximumFiles,
        bytes,
        maximumTotalBytes,
        maximumParsedBytes,
        maximumNodes,
        maximumInitializerBytes,
        maximumSubgraphDepth,
        maximumTripCount,
        maximumTensorBytes);
  }
}
