/// Signed releases, their bundle, their revocation.
@NullMarked
package org.assay.server.release;

import org.jspecify.annotations.NullMarked;
