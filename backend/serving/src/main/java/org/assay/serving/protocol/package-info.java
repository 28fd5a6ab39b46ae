/// The Open Inference Protocol apart from its carriers: what a request is, what it must be, and how
/// it is answered.
@NullMarked
package org.assay.serving.protocol;

import org.jspecify.annotations.NullMarked;
