/// Models and versions: register, upload, seal, describe.
@NullMarked
package org.assay.server.registry;

import org.jspecify.annotations.NullMarked;
