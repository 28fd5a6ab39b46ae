/// The content-addressed store of uploaded bytes.
@NullMarked
package org.assay.server.files;

import org.jspecify.annotations.NullMarked;
