/// The protocol over gRPC, on the same port as HTTP.
@NullMarked
package org.assay.serving.grpc;

import org.jspecify.annotations.NullMarked;
