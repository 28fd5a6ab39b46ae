package org.assay.worker.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table as bytes: `ATB1`, rows, columns; per column its kind, name and values, all big-endian.
final class TableCodec {
  static final int MAXIMUM_ROWS = 20_000_000;
  private static final int MAGIC = 0x41544231;
  private static final int MAXIMUM_COLUMNS = 10_000;
  private static final int MAXIMUM_TEXT = 1 << 20;
  private static final int VALUES_AT_ONCE = 8_192;
  private static final byte NUMBERS = 1;
  private static final byte TEXTS = 2;

  private TableCodec() {}

  static void write(Table table, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(table.rows());
    out.writeInt(table.columns().size());
    for (Column column : table.columns()) {
      switch (column) {
        case Column.Numbers(String name, double[] values) -> {
          out.writeByte(NUMBERS);
          writeText(out, name);
          writeDoubles(out, values);
        }
        case Column.Texts(String name, List<String> dictionary, int[] codes) -> {
          out.writeByte(TEXTS);
          writeText(out, name);
          out.writeInt(dictionary.size());
          for (String text : dictionary) {
            writeText(out, text);
          }
          writeInts(out, codes);
        }
      }
    }
    out.flush();
  }

  /// @throws ProtocolException when the bytes are no table
  static Table read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != MAGIC) {
      throw new ProtocolException("a table begins with ATB1");
    }
    int rows = bounded("rows", in.readInt(), MAXIMUM_ROWS);
    int count = bounded("columns", in.readInt(), MAXIMUM_COLUMNS);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(readColumn(in, rows));
    }
    return new Table(rows, columns);
  }

  private static Column readColumn(DataInputStream in, int rows) throws IOException {
    byte kind = in.readByte();
    String name = readText(in);
    if (kind == NUMBERS) {
      return new Column.Numbers(name, readDoubles(in, rows));
    }
    if (kind != TEXTS) {
      throw new ProtocolException("a column is of kind 1 or 2, not " + kind);
    }
    int size = bounded("texts", in.readInt(), MAXIMUM_ROWS);
    List<String> dictionary = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      dictionary.add(readText(in));
    }
    return new Column.Texts(name, dictionary, readInts(in, rows));
  }

  private static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(VALUES_AT_ONCE * Double.BYTES);
    for (int start = 0; start < values.length; start += VALUES_AT_ONCE) {
      int count = Math.min(VALUES_AT_ONCE, values.length - start);
      buffer.asDoubleBuffer().put(values, start, count);
      out.write(buffer.array(), 0, count * Double.BYTES);
    }
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(VALUES_AT_ONCE * Integer.BYTES);
    for (int start = 0; start < values.length; start += VALUES_AT_ONCE) {
      int count = Math.min(VALUES_AT_ONCE, values.length - start);
      buffer.asIntBuffer().put(values, start, count);
      out.write(buffer.array(), 0, count * Integer.BYTES);
    }
  }

  private static double[] readDoubles(DataInputStream in, int rows) throws IOException {
    double[] values = new double[rows];
    ByteBuffer buffer = ByteBuffer.allocate(VALUES_AT_ONCE * Double.BYTES);
    for (int start = 0; start < rows; start += VALUES_AT_ONCE) {
      int count = Math.min(VALUES_AT_ONCE, rows - start);
      in.readFully(buffer.array(), 0, count * Double.BYTES);
      buffer.asDoubleBuffer().get(values, start, count);
    }
    return values;
  }

  private static int[] readInts(DataInputStream in, int rows) throws IOException {
    int[] values = new int[rows];
    ByteBuffer buffer = ByteBuffer.allocate(VALUES_AT_ONCE * Integer.BYTES);
    for (int start = 0; start < rows; start += VALUES_AT_ONCE) {
      int count = Math.min(VALUES_AT_ONCE, rows - start);
      in.readFully(buffer.array(), 0, count * Integer.BYTES);
      buffer.asIntBuffer().get(values, start, count);
    }
    return values;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[bounded("bytes of a text", in.readInt(), MAXIMUM_TEXT)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int bounded(String what, int value, int maximum) throws ProtocolException {
    if (value < 0 || value > maximum) {
      throw new ProtocolException(
          "a table has at most %d %s, not %d".formatted(maximum, what, value));
    }
    return value;
  }
}
