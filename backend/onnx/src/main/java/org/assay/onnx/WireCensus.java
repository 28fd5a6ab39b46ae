package org.assay.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Walks protobuf bytes without building anything and estimates what building it would take: two
/// bytes of file can become a node of 200 bytes of heap.
final class WireCensus {
  private static final int MESSAGE = 200;
  private static final int TEXT = 64;
  private static final int NUMBER = 16;

  private final int greatestDepth;
  private final long budget;
  private long estimate;
  private boolean tooDeep;

  WireCensus(int greatestDepth, long budget) {
    this.greatestDepth = greatestDepth;
    this.budget = budget;
  }

  boolean isTooDeep() {
    return tooDeep;
  }

  boolean isTooLarge() {
    return estimate > budget;
  }

  /// @throws InvalidProtocolBufferException where the bytes break protobuf's rules
  void count(CodedInputStream in, Descriptor type) throws IOException {
    walk(in, type, 1);
    if (!stopped() && !in.isAtEnd()) {
      throw new InvalidProtocolBufferException("a group ends that did not begin");
    }
  }

  private boolean stopped() {
    return tooDeep || isTooLarge();
  }

  private void walk(CodedInputStream in, Descriptor type, int depth) throws IOException {
    if (depth > greatestDepth) {
      tooDeep = true;
      return;
    }
    estimate += MESSAGE;
    for (int tag = in.readTag(); tag != 0; tag = stopped() ? 0 : in.readTag()) {
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      switch (WireFormat.getTagWireType(tag)) {
        case WireFormat.WIRETYPE_LENGTH_DELIMITED -> delimited(in, field, depth);
        case WireFormat.WIRETYPE_START_GROUP, WireFormat.WIRETYPE_END_GROUP ->
            throw new InvalidProtocolBufferException("ONNX has no groups");
        default -> {
          estimate += field == null ? MESSAGE : NUMBER;
          in.skipField(tag);
        }
      }
    }
  }

  private void delimited(CodedInputStream in, @Nullable FieldDescriptor field, int depth)
      throws IOException {
    int length = in.readRawVarint32();
    if (field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      int outer = in.pushLimit(length);
      walk(in, field.getMessageType(), depth + 1);
      if (!stopped() && in.getBytesUntilLimit() != 0) {
        throw new InvalidProtocolBufferException("a message does not end at its length");
      }
      in.popLimit(outer);
      return;
    }
    estimate += cost(field, length);
    in.skipRawBytes(length);
  }

  /// Bytes are not copied and cost little, numbers packed in a byte each grow to eight.
  private static long cost(@Nullable FieldDescriptor field, int length) {
    if (field == null) {
      return MESSAGE + (long) length;
    }
    return switch (field.getJavaType()) {
      case BYTE_STRING -> TEXT;
      case STRING -> TEXT + (long) length;
      case FLOAT -> length;
      case DOUBLE -> length;
      case INT, LONG, BOOLEAN, ENUM -> (long) length * NUMBER;
      case MESSAGE -> MESSAGE;
    };
  }
}
