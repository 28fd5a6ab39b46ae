package org.assay.worker.protocol;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.assay.onnx.ModelFile;

/// The asking side of a worker's standard input.
public final class RequestWriter {
  private final DataOutputStream out;

  public RequestWriter(OutputStream stream) {
    this.out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
  }

  /// Streams the request; the stream stays open, because a worker ends itself when it closes.
  ///
  /// @throws IOException when a file cannot be read or the worker stopped listening
  public void write(WorkerRequest request) throws IOException {
    TaskHeader header =
        new TaskHeader(
            request.task(),
            request.files().stream()
                .map(file -> new TaskHeader.FileHeader(file.name(), file.size()))
                .toList(),
            request.table() != null);
    new Frame(Frame.Type.TASK, TaskHeader.JSON.writeValueAsBytes(header)).writeTo(out);
    for (ModelFile file : request.files()) {
      try (InputStream in = file.content().open();
          ChunkOutputStream chunks = new ChunkOutputStream(out, Frame.Type.CHUNK)) {
        in.transferTo(chunks);
      }
    }
    if (request.table() != null) {
      try (ChunkOutputStream chunks = new ChunkOutputStream(out, Frame.Type.CHUNK)) {
        TableCodec.write(request.table(), chunks);
      }
    }
    out.flush();
  }
}
