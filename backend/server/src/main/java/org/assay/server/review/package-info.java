/// People's decisions, never by those who have a stake.
@NullMarked
package org.assay.server.review;

import org.jspecify.annotations.NullMarked;
