/// Runs, deadlines and retirement.
@NullMarked
package org.assay.serving.engine;

import org.jspecify.annotations.NullMarked;
