package org.assay.serving.rest;

import java.util.List;
import java.util.Map;
import org.assay.onnx.runtime.TensorSignature;
import org.assay.serving.protocol.ServerDescription;
import org.assay.serving.releases.Release;

/// Answers `GET v2/models/{model}`.
record ModelMetadata(
    String name,
    List<String> versions,
    String platform,
    List<TensorMetadata> inputs,
    List<TensorMetadata> outputs,
    Map<String, String> parameters) {

  /// @param shape -1 for a dimension that the caller chooses
  record TensorMetadata(String name, String datatype, List<Long> shape) {
    static TensorMetadata of(TensorSignature signature) {
      return new TensorMetadata(signature.name(), signature.type().name(), signature.shape());
    }
  }

  static ModelMetadata of(Release release) {
    return new ModelMetadata(
        release.modelName(),
        List.of(release.version()),
        ServerDescription.PLATFORM,
        release.model().inputs().stream().map(TensorMetadata::of).toList(),
        release.model().outputs().stream().map(TensorMetadata::of).toList(),
        Map.of("assay-release", release.id(), "assay-model-digest", release.digest()));
  }
}
