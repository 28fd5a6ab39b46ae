/// Models and their list of versions.
@NullMarked
package org.assay.console.models;

import org.jspecify.annotations.NullMarked;
