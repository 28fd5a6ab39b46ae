package org.assay.onnx;

/// A set of operators that a model is written in.
///
/// @param domain `ai.onnx` for the default one
public record OpsetVersion(String domain, long version) {}
