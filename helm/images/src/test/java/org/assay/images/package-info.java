/// What the images hold, read from their files as a container runtime would read it.
package org.assay.images;
