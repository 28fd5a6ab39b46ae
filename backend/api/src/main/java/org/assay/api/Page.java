package org.assay.api;

import java.util.List;

/// One page of a list.
///
/// @param items the entries of this page, in the list's order
/// @param total how many entries the whole list has under the same filter
/// @param page the page's number, from 0
/// @param size how many entries a full page has, 1 to 200
public record Page<T>(List<T> items, long total, int page, int size) {
  public Page {
    items = List.copyOf(items);
  }
}
