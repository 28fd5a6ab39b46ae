package org.assay.policy;

import java.io.Serializable;

/// A place in a text; both numbers count from 1, columns in code points.
public record Position(int line, int column) implements Serializable {
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
