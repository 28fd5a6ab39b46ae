/// Figures drawn as SVG on the server.
@NullMarked
package org.assay.console.figures;

import org.jspecify.annotations.NullMarked;
