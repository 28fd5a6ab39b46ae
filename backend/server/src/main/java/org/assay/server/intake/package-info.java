/// The pre-flight of an uploaded model and its first run in a worker.
@NullMarked
package org.assay.server.intake;

import org.jspecify.annotations.NullMarked;
