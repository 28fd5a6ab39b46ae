package org.assay.demo;

import java.util.Map;
import org.assay.api.datasets.Sensitivity;

/// The dataset that the demo uploads.
///
/// @param file its content, a resource of [DemoFiles]
/// @param columns the sensitivity of every column, as its owner confirms it
public record DemoDataset(
    String name, String description, String file, Map<String, Sensitivity> columns) {
  public DemoDataset {
    columns = Map.copyOf(columns);
  }
}
