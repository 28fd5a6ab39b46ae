/// How columns of a dataset become inputs of a model, and which output is read.
@NullMarked
package org.assay.onnx.mapping;

import org.jspecify.annotations.NullMarked;
