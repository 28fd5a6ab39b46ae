/// What the server's tests share: the real stack, real people, a look into the database.
@NullMarked
package org.assay.server;

import org.jspecify.annotations.NullMarked;
