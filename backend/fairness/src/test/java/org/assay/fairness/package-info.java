/// Tests of the bias audits against published values and properties.
@NullMarked
package org.assay.fairness;

import org.jspecify.annotations.NullMarked;
