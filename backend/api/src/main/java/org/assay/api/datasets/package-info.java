/// Datasets, the classification of their columns, and grants to read them.
@NullMarked
package org.assay.api.datasets;

import org.jspecify.annotations.NullMarked;
