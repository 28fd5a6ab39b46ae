/// The record of every act, written in the transaction of the act.
@NullMarked
package org.assay.server.audit;

import org.jspecify.annotations.NullMarked;
