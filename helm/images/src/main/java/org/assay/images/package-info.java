/// No program of its own: the images are laid from what the other modules build (see pom.xml). Jib
/// wants a folder of classes, and this file makes an empty one.
package org.assay.images;
