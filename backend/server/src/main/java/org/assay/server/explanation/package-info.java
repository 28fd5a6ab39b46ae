/// Explanations of a version's own predictions.
@NullMarked
package org.assay.server.explanation;

import org.jspecify.annotations.NullMarked;
