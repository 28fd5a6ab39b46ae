/// Which releases may answer: asks the control plane, verifies every byte, loads, and stops at
/// once.
@NullMarked
package org.assay.serving.releases;

import org.jspecify.annotations.NullMarked;
