/// The console under a full house: server time of its pages, memory of its sessions.
@NullMarked
package org.assay.bench.console;

import org.jspecify.annotations.NullMarked;
