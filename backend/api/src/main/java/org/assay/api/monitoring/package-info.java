/// How released models and the parts of Assay do.
@NullMarked
package org.assay.api.monitoring;

import org.jspecify.annotations.NullMarked;
