/// The packs read, match their schema, and do what their cases say.
package org.assay.policies;
