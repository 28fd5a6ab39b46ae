/// Datasets, their classification, grants and masked rows.
@NullMarked
package org.assay.console.datasets;

import org.jspecify.annotations.NullMarked;
