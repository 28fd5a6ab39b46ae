/// The straight line from upload to review.
@NullMarked
package org.assay.server.assessment;

import org.jspecify.annotations.NullMarked;
