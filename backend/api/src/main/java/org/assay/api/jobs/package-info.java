/// Long work: its progress, and the way to stop it.
@NullMarked
package org.assay.api.jobs;

import org.jspecify.annotations.NullMarked;
