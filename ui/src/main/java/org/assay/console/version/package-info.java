/// The page of one version: everything known and everything to do.
@NullMarked
package org.assay.console.version;

import org.jspecify.annotations.NullMarked;
