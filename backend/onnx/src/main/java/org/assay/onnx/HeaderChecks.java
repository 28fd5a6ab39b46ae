package org.assay.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;

/// The version of the format, the operator sets, and what no model for inference carries.
final class HeaderChecks {
  private final Findings findings;

  HeaderChecks(Findings findings) {
    this.findings = findings;
  }

  void check(ModelProto model) {
    long version = model.getIrVersion();
    if (version < ModelInspector.LEAST_IR_VERSION || version > ModelInspector.GREATEST_IR_VERSION) {
      findings.add(
          Finding.blocking(
              "ir-version",
              "The file is in version %d of the ONNX format; versions %d to %d are read."
                  .formatted(
                      version, ModelInspector.LEAST_IR_VERSION, ModelInspector.GREATEST_IR_VERSION),
              "Save the model with an ir_version in that range."));
    }
    if (model.getOpsetImportCount() == 0) {
      findings.add(
          Finding.blocking(
              "no-opset",
              "The model does not say which operator set it is written in.",
              "Export it again with an opset_version."));
    }
    model.getOpsetImportList().forEach(this::checkOpset);
    if (model.getFunctionsCount() > 0) {
      findings.add(
          Finding.blocking(
              "model-local-functions",
              "The model defines %d functions of its own, the first named \"%s\"."
                  .formatted(
                      model.getFunctionsCount(), Printable.of(model.getFunctions(0).getName())),
              "Inline them with onnx.inliner.inline_local_functions."));
    }
    if (model.getTrainingInfoCount() > 0) {
      findings.add(
          Finding.warning(
              "training-information",
              "The model carries training graphs, which are neither examined nor used.",
              "Export the model for inference."));
    }
  }

  private void checkOpset(OperatorSetIdProto opset) {
    String domain = OperatorCatalog.domain(opset.getDomain());
    long least = OperatorCatalog.leastOpset(domain);
    long greatest = OperatorCatalog.greatestOpset(domain);
    if (greatest > 0 && (opset.getVersion() < least || opset.getVersion() > greatest)) {
      findings.add(
          Finding.blocking(
              "opset-version",
              "The model is written in version %d of %s; versions %d to %d are known here."
                  .formatted(opset.getVersion(), domain, least, greatest),
              "Export it with an opset in that range, or use onnx.version_converter."));
    }
    if (greatest == 0) {
      findings.add(
          Finding.information(
              "unknown-opset",
              "The model imports the operator set \"%s\"; operators of it are refused."
                  .formatted(Printable.of(domain)),
              "Leave the import out where no operator needs it."));
    }
  }
}
