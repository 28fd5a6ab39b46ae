/// Long work: enqueued in the caller's transaction, run, watched, stopped.
@NullMarked
package org.assay.server.jobs;

import org.jspecify.annotations.NullMarked;
