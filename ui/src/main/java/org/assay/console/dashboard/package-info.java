/// What stands where: the first page, and the list of all versions.
@NullMarked
package org.assay.console.dashboard;

import org.jspecify.annotations.NullMarked;
