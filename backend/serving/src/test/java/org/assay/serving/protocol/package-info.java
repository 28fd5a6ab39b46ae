/// Raw tensors and inputs, held against round trips.
@NullMarked
package org.assay.serving.protocol;

import org.jspecify.annotations.NullMarked;
