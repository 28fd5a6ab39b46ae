/// Benchmarks: each measures a part of Assay beside the limit it cannot beat, in the same run.
@NullMarked
package org.assay.bench;

import org.jspecify.annotations.NullMarked;
