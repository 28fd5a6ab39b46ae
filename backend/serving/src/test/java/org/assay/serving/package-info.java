/// What the tests of serving share: a house that signs, a control plane in a folder, real callers.
@NullMarked
package org.assay.serving;

import org.jspecify.annotations.NullMarked;
