package org.assay.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// One file of an upload, under the name it was uploaded with; where its bytes lie does not matter.
///
/// @param regular false for a link, a folder or a device: such a file is never opened
public record ModelFile(String name, long size, boolean regular, Content content) {
  /// The bytes of a file, as often as asked for.
  public sealed interface Content {
    /// @throws IOException when the bytes cannot be read
    InputStream open() throws IOException;
  }

  /// Bytes in a file that nobody changes while it is inspected.
  public record Stored(Path path) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /// Bytes in memory, not copied: not to be changed by the giver.
  @SuppressWarnings("ArrayRecordComponent")
  public record Held(byte[] bytes) implements Content {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /// @throws UncheckedIOException when the path cannot be read
  public static ModelFile of(String name, Path path) {
    try {
      boolean regular = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
      return new ModelFile(name, regular ? Files.size(path) : 0, regular, new Stored(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ModelFile of(String name, byte[] bytes) {
    return new ModelFile(name, bytes.length, true, new Held(bytes));
  }

  /// Mapped where it is stored, so that large tensors take no heap.
  ByteString bytes() throws IOException {
    return switch (content) {
      case Held(byte[] bytes) -> UnsafeByteOperations.unsafeWrap(bytes);
      case Stored(Path path) -> mapped(path);
    };
  }

  private ByteString mapped(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, LinkOption.NOFOLLOW_LINKS)) {
      return UnsafeByteOperations.unsafeWrap(channel.map(MapMode.READ_ONLY, 0, size));
    }
  }
}
