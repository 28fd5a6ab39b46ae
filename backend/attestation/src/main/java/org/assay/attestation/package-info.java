/// DSSE envelopes, in-toto statements and model signatures: sign and verify.
@NullMarked
package org.assay.attestation;

import org.jspecify.annotations.NullMarked;
