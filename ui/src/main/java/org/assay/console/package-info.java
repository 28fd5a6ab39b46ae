/// The console: what people see of Assay in a browser.
@NullMarked
package org.assay.console;

import org.jspecify.annotations.NullMarked;
