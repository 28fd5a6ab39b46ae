/// Feeds, freshness and limits, with clocks and a control plane by hand.
@NullMarked
package org.assay.serving.releases;

import org.jspecify.annotations.NullMarked;
