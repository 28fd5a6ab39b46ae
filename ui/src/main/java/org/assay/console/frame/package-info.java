/// The frame around every page: navigation, sign-in, errors.
@NullMarked
package org.assay.console.frame;

import org.jspecify.annotations.NullMarked;
