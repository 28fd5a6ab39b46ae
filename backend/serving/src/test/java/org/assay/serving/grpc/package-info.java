/// The carriers of gRPC, held against round trips.
@NullMarked
package org.assay.serving.grpc;

import org.jspecify.annotations.NullMarked;
