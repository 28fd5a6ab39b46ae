/// The contract between the server, the console and everyone's scripts.
@NullMarked
package org.assay.api;

import org.jspecify.annotations.NullMarked;
