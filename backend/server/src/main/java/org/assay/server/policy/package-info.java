/// The gate: policy packs judged over a version's evidence.
@NullMarked
package org.assay.server.policy;

import org.jspecify.annotations.NullMarked;
