/// Real PostgreSQL and Keycloak without containers, and the whole of Assay on one machine.
@NullMarked
package org.assay.devstack;

import org.jspecify.annotations.NullMarked;
