/// Brings a database to the newest schema.
@NullMarked
package org.assay.migrations;

import org.jspecify.annotations.NullMarked;
