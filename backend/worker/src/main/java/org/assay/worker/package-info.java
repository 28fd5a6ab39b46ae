/// One job in one limited process, and the launcher that starts it.
@NullMarked
package org.assay.worker;

import org.jspecify.annotations.NullMarked;
