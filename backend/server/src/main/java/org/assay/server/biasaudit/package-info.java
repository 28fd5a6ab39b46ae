/// Bias audits of a version's own predictions.
@NullMarked
package org.assay.server.biasaudit;

import org.jspecify.annotations.NullMarked;
