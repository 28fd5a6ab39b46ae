/// Runs a model on ONNX Runtime; the only package that touches native code.
@NullMarked
package org.assay.onnx.runtime;

import org.jspecify.annotations.NullMarked;
