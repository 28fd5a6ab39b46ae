/// What goes over the pipes between a process and its worker: one task in, answers out.
@NullMarked
package org.assay.worker.protocol;

import org.jspecify.annotations.NullMarked;
