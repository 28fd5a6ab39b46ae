/// No program of its own: the images are laid from what the other modules build (see pom.xml). Jib
/// insists on a folder of classes; this is the only one.
@NullMarked
package org.assay.images;

import org.jspecify.annotations.NullMarked;
