/// Signed releases, their bundle, their suspension and revocation.
@NullMarked
package org.assay.server.release;

import org.jspecify.annotations.NullMarked;
