/// Signed releases and their revocation.
@NullMarked
package org.assay.api.releases;

import org.jspecify.annotations.NullMarked;
