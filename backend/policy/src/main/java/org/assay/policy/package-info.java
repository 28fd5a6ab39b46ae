/// Policy packs (YAML and CEL) evaluated over evidence.
@NullMarked
package org.assay.policy;

import org.jspecify.annotations.NullMarked;
