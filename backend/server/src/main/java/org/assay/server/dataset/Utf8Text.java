package org.assay.server.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// Checks that a whole file is UTF-8 text without NUL, in one pass and constant memory.
final class Utf8Text {
  private static final int BUFFER = 1 << 16;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER);
  private long line = 1;

  private Utf8Text() {}

  /// @throws Refusal.Invalid with the first line that is not text
  static void require(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new Utf8Text().read(in);
    }
  }

  private void read(InputStream in) throws IOException {
    boolean end = false;
    while (!end) {
      int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = n < 0;
      bytes.position(bytes.position() + Math.max(n, 0)).flip();
      decode(end);
      bytes.compact();
    }
  }

  /// Takes all whole characters; a character cut by the buffer's end waits for the next round.
  private void decode(boolean end) {
    CoderResult result = decoder.decode(bytes, chars, end);
    chars.flip();
    while (chars.hasRemaining()) {
      char c = chars.get();
      if (c == '\0') {
        throw new Refusal.Invalid(Sentence.of("file.nul", line), Sentence.of("file.one-table"));
      }
      if (c == '\n') {
        line++;
      }
    }
    chars.clear();
    if (result.isError()) {
      throw new Refusal.Invalid(
          Sentence.of("file.encoding", line), Sentence.of("file.encoding.remedy"));
    }
  }
}
