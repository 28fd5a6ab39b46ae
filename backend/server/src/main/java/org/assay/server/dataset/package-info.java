/// Datasets, classified columns, grants, masked rows.
@NullMarked
package org.assay.server.dataset;

import org.jspecify.annotations.NullMarked;
