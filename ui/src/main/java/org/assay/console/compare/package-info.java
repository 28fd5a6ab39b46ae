/// Two versions of a model side by side.
@NullMarked
package org.assay.console.compare;

import org.jspecify.annotations.NullMarked;
