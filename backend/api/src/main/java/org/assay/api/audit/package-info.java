/// The record of every act.
@NullMarked
package org.assay.api.audit;

import org.jspecify.annotations.NullMarked;
