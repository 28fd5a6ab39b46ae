/// Reads an ONNX model safely in pure Java; runs it on ONNX Runtime.
@NullMarked
package org.assay.onnx;

import org.jspecify.annotations.NullMarked;
