/// People's decisions on a version.
@NullMarked
package org.assay.api.reviews;

import org.jspecify.annotations.NullMarked;
