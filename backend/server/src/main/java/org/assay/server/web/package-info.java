/// Refusals and how they reach the caller as problem+json.
@NullMarked
package org.assay.server.web;

import org.jspecify.annotations.NullMarked;
