/// Starts a worker process under limits, feeds it one task and brings back its outcome.
@NullMarked
package org.assay.worker.launch;

import org.jspecify.annotations.NullMarked;
