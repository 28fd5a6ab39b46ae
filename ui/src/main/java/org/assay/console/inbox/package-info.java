/// The reviewer's inbox.
@NullMarked
package org.assay.console.inbox;

import org.jspecify.annotations.NullMarked;
