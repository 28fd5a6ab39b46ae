/// Attributions of a scorer's output to its features, with error bars and self-checks.
@NullMarked
package org.assay.explain;

import org.jspecify.annotations.NullMarked;
