/// The record of every act.
@NullMarked
package org.assay.console.audit;

import org.jspecify.annotations.NullMarked;
