/// What administrators and auditors look after: policy packs, people, the parts of Assay.
@NullMarked
package org.assay.console.admin;

import org.jspecify.annotations.NullMarked;
