/// The only way to data: Assay's API as REST clients, with the signed-in person's own token.
@NullMarked
package org.assay.console.server;

import org.jspecify.annotations.NullMarked;
