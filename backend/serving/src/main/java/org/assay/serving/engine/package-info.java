/// Runs loaded models: a fixed number at once, each with a deadline. The only package that reaches
/// native code.
@NullMarked
package org.assay.serving.engine;

import org.jspecify.annotations.NullMarked;
