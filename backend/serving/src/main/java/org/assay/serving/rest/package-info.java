/// The protocol over HTTP and JSON, with the binary tensor extension.
@NullMarked
package org.assay.serving.rest;

import org.jspecify.annotations.NullMarked;
