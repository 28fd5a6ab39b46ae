package org.assay.onnx.runtime;

/// Rows of features as numbers: the value, the code of a category, or the position of a text in its
/// column's dictionary; NaN where missing.
public interface FeatureRows {
  int count();

  double at(int row, int feature);

  static FeatureRows of(float[][] rows) {
    return new FeatureRows() {
      @Override
      public int count() {
        return rows.length;
      }

      @Override
      public double at(int row, int feature) {
        return rows[row][feature];
      }
    };
  }

  /// @param columns `[feature][row]`, at least one feature
  static FeatureRows ofColumns(double[][] columns) {
    return new FeatureRows() {
      @Override
      public int count() {
        return columns[0].length;
      }

      @Override
      public double at(int row, int feature) {
        return columns[feature][row];
      }
    };
  }
}
