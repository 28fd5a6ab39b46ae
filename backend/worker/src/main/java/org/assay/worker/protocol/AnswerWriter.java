package org.assay.worker.protocol;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The worker's side of its standard output.
public final class AnswerWriter {
  private final DataOutputStream out;

  public AnswerWriter(OutputStream stream) {
    this.out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
  }

  public synchronized void write(WorkerAnswer answer) throws IOException {
    switch (answer) {
      case WorkerAnswer.Progress progress -> writeJson(Frame.Type.PROGRESS, progress);
      case WorkerAnswer.Refusal refusal -> writeJson(Frame.Type.REFUSAL, refusal);
      case WorkerAnswer.Result result -> {
        try (ChunkOutputStream chunks = new ChunkOutputStream(out, Frame.Type.RESULT)) {
          chunks.write(result.json());
        }
      }
    }
    out.flush();
  }

  private void writeJson(Frame.Type type, WorkerAnswer answer) throws IOException {
    new Frame(type, TaskHeader.JSON.writeValueAsBytes(answer)).writeTo(out);
  }
}
