/// Group fairness metrics with intervals: arrays in, typed results out.
@NullMarked
package org.assay.fairness;

import org.jspecify.annotations.NullMarked;
