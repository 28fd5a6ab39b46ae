package org.assay.worker.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The asking side of a worker's standard output. The worker is not trusted: sizes are bounded.
public final class AnswerReader {
  static final int MAXIMUM_RESULT = 64 << 20;
  private static final int MAXIMUM_TEXT = 4_000;

  private final DataInputStream in;

  public AnswerReader(InputStream stream) {
    this.in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
  }

  /// The next answer; empty when the worker closed its output.
  ///
  /// @throws ProtocolException for what is no answer, or a result over 64 MiB
  public Optional<WorkerAnswer> next() throws IOException {
    Optional<Frame> frame = Frame.readFrom(in);
    return frame.isEmpty() ? Optional.empty() : Optional.of(answer(frame.get()));
  }

  private WorkerAnswer answer(Frame frame) throws IOException {
    return switch (frame.type()) {
      case TASK, CHUNK ->
          throw new ProtocolException(
              "a worker answers, it sends no frame of type " + frame.type());
      case PROGRESS -> progress(frame);
      case RESULT -> new WorkerAnswer.Result(result(frame));
      case REFUSAL -> refusal(frame);
    };
  }

  private static WorkerAnswer progress(Frame frame) throws IOException {
    var json = TaskHeader.JSON.readTree(frame.payload());
    double fraction = json.path("fraction").asDouble();
    return new WorkerAnswer.Progress(
        Double.isFinite(fraction) ? Math.clamp(fraction, 0, 1) : 0,
        shortened(json.path("message").asText()));
  }

  private static WorkerAnswer refusal(Frame frame) throws IOException {
    var json = TaskHeader.JSON.readTree(frame.payload());
    return new WorkerAnswer.Refusal(
        shortened(json.path("id").asText()),
        shortened(json.path("message").asText()),
        shortened(json.path("remedy").asText()));
  }

  private static String shortened(String text) {
    return text.length() <= MAXIMUM_TEXT ? text : text.substring(0, MAXIMUM_TEXT);
  }

  private byte[] result(Frame first) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ChunkInputStream chunks = new ChunkInputStream(in, Frame.Type.RESULT, first.payload());
    byte[] buffer = new byte[1 << 16];
    for (int read = chunks.read(buffer); read >= 0; read = chunks.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > MAXIMUM_RESULT) {
        throw new ProtocolException("a result holds at most %d bytes".formatted(MAXIMUM_RESULT));
      }
    }
    return bytes.toByteArray();
  }
}
