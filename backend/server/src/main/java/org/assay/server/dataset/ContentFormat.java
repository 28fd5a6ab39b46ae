package org.assay.server.dataset;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

/// The formats a dataset may have, told apart by bytes alone: a file's name proves nothing.
enum ContentFormat {
  CSV,
  PARQUET;

  private static final byte[] PARQUET_MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PARQUET_ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 8;
  private static final Sentence REMEDY = Sentence.of("file.one-table");

  /// As the API and the database name it.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ContentFormat of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /// Reads the format from the bytes. A CSV is whatever else is UTF-8 text.
  ///
  /// @throws Refusal.Invalid naming what the file seems to be instead
  static ContentFormat sniff(Path file) throws IOException {
    byte[] head;
    byte[] tail;
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() == 0) {
        throw refused(Sentence.of("file.empty"));
      }
      head = read(bytes, 0, Math.min(HEAD, bytes.length()));
      tail = read(bytes, Math.max(0, bytes.length() - PARQUET_MAGIC.length), PARQUET_MAGIC.length);
    }
    if (startsWith(head, PARQUET_MAGIC)) {
      return parquet(tail);
    }
    refuseKnown(head);
    Utf8Text.require(file);
    return CSV;
  }

  private static ContentFormat parquet(byte[] tail) {
    if (!Arrays.equals(tail, PARQUET_MAGIC)) {
      throw refused(Sentence.of("file.parquet-cut"));
    }
    return PARQUET;
  }

  private static void refuseKnown(byte[] head) {
    if (startsWith(head, PARQUET_ENCRYPTED)) {
      throw refused(Sentence.of("file.parquet-encrypted"));
    }
    if (startsWith(head, ZIP)) {
      throw refused(Sentence.of("file.zip"));
    }
    if (startsWith(head, GZIP) || startsWith(head, ZSTANDARD)) {
      throw refused(Sentence.of("file.compressed"));
    }
    if (startsWith(head, PDF)) {
      throw refused(Sentence.of("file.pdf"));
    }
    if (head.length > 1 && head[0] == 8 && head[1] < 32) {
      throw refused(Sentence.of("file.onnx"));
    }
  }

  private static byte[] read(RandomAccessFile bytes, long from, long length) throws IOException {
    byte[] read = new byte[(int) Math.min(length, bytes.length() - from)];
    bytes.seek(from);
    bytes.readFully(read);
    return read;
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
  }

  private static Refusal.Invalid refused(Sentence sentence) {
    return new Refusal.Invalid(sentence, REMEDY);
  }
}
