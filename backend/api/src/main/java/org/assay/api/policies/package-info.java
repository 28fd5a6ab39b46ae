/// The policy packs in force.
@NullMarked
package org.assay.api.policies;

import org.jspecify.annotations.NullMarked;
