/// What was examined: intake, bias audit, explanation, gate.
@NullMarked
package org.assay.api.assessments;

import org.jspecify.annotations.NullMarked;
