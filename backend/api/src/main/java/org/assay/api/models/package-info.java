/// Models and their versions: register, upload, seal, describe.
@NullMarked
package org.assay.api.models;

import org.jspecify.annotations.NullMarked;
