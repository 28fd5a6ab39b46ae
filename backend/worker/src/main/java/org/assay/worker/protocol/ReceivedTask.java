package org.assay.worker.protocol;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request as it arrived in the worker.
///
/// @param model bytes of the `.onnx` file; the other files lie in the folder
/// @param files names of all files
/// @param table null for a probe
@SuppressWarnings("ArrayRecordComponent")
public record ReceivedTask(
    WorkerTask task, byte[] model, List<String> files, Path folder, @Nullable Table table) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /// Reads one request.
  ///
  /// @param folder an empty folder for the files of external data
  /// @throws ProtocolException when it is not one request, or a file is named outside
  ///     `[A-Za-z0-9._-]{1,128}`
  public static ReceivedTask read(InputStream stream, Path folder) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    Frame frame = Frame.readFrom(in).orElseThrow(() -> new ProtocolException("no task was sent"));
    if (frame.type() != Frame.Type.TASK) {
      throw new ProtocolException("a request begins with a task, not " + frame.type());
    }
    TaskHeader header = TaskHeader.JSON.readValue(frame.payload(), TaskHeader.class);
    byte[] model = new byte[0];
    for (TaskHeader.FileHeader file : header.files()) {
      ChunkInputStream chunks = new ChunkInputStream(in, Frame.Type.CHUNK);
      if (file.name().endsWith(".onnx")) {
        model = chunks.readAllBytes();
      } else {
        store(chunks, folder, file.name());
      }
    }
    Table table = header.table() ? readTable(in) : null;
    return new ReceivedTask(
        header.task(),
        model,
        header.files().stream().map(TaskHeader.FileHeader::name).toList(),
        folder,
        table);
  }

  private static Table readTable(DataInputStream in) throws IOException {
    ChunkInputStream chunks = new ChunkInputStream(in, Frame.Type.CHUNK);
    Table table = TableCodec.read(chunks);
    if (chunks.read() >= 0) {
      throw new ProtocolException("bytes follow the table");
    }
    return table;
  }

  private static void store(InputStream in, Path folder, String name) throws IOException {
    if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
      throw new ProtocolException("a file is named in [A-Za-z0-9._-]{1,128}, not " + name);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      in.transferTo(out);
    }
  }
}
