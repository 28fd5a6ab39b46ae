/// Who calls.
@NullMarked
package org.assay.server.identity;

import org.jspecify.annotations.NullMarked;
