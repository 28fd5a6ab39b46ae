/// Canonical JSON and digests: what an event is when it must be the same everywhere.
@NullMarked
package org.assay.ledger;

import org.jspecify.annotations.NullMarked;
