package org.assay.serving.protocol;

import java.util.Map;
import org.assay.onnx.runtime.Tensor;
import org.assay.serving.releases.Release;

/// What a release answered.
///
/// @param outputs in the order in which they were wanted
public record InferenceAnswer(
    Release release, InferenceRequest request, Map<String, Tensor> outputs) {}
