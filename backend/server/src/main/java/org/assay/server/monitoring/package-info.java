/// What stands where over all models, what released models answer, and whether the parts do.
@NullMarked
package org.assay.server.monitoring;

import org.jspecify.annotations.NullMarked;
