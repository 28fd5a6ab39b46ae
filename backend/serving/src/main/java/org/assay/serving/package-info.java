/// The data plane: answers inference for signed releases and for nothing else.
@NullMarked
package org.assay.serving;

import org.jspecify.annotations.NullMarked;
