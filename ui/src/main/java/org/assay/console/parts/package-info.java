/// Small building blocks that pages share: texts, times, badges, dialogs.
@NullMarked
package org.assay.console.parts;

import org.jspecify.annotations.NullMarked;
