/// The carriers of HTTP, held against round trips.
@NullMarked
package org.assay.serving.rest;

import org.jspecify.annotations.NullMarked;
