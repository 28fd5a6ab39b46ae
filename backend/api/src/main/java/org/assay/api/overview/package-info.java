/// What stands where, over all models.
@NullMarked
package org.assay.api.overview;

import org.jspecify.annotations.NullMarked;
