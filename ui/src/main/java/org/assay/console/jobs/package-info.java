/// Long work: watch, stop, start again.
@NullMarked
package org.assay.console.jobs;

import org.jspecify.annotations.NullMarked;
