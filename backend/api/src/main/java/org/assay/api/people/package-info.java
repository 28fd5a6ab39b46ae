/// The people of the realm.
@NullMarked
package org.assay.api.people;

import org.jspecify.annotations.NullMarked;
