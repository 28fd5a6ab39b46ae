/// The demo: its data and models, and the program that brings them through the public API.
@NullMarked
package org.assay.demo;

import org.jspecify.annotations.NullMarked;
