/// Signed releases, and how to stop one.
@NullMarked
package org.assay.console.releases;

import org.jspecify.annotations.NullMarked;
