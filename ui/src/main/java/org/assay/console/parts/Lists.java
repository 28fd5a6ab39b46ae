package org.assay.console.parts;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.api.Page;

/// Grids filled page by page from the server.
public final class Lists {
  /// How many rows are asked for at once; the server allows up to 200.
  private static final int SIZE = 50;

  /// One page of a list, by number and size.
  @FunctionalInterface
  public interface Source<T> {
    Page<T> page(int page, int size);
  }

  private Lists() {}

  /// A dense grid.
  ///
  /// @param id the grid's id in the page
  /// @param emptyText said when there are no rows: what to do next
  public static <T> Grid<T> grid(String id, String emptyText) {
    var grid = new Grid<T>();
    grid.setId(id);
    grid.addThemeVariants(
        GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setEmptyStateText(emptyText);
    grid.setPageSize(SIZE);
    return grid;
  }

  /// A grid that shows all its rows without a scrollbar of its own.
  public static <T> Grid<T> table(String id, String emptyText, List<T> rows) {
    Grid<T> grid = grid(id, emptyText);
    grid.setAllRowsVisible(true);
    grid.setItems(rows);
    return grid;
  }

  /// Rows fetched when they come into view.
  public static <T> CallbackDataProvider<T, Void> lazy(Source<T> source) {
    return DataProvider.fromCallbacks(
        query -> rows(query, source), query -> Math.toIntExact(count(query, source)));
  }

  private static <T> long count(Query<T, Void> query, Source<T> source) {
    query.getOffset();
    query.getLimit();
    return source.page(0, 1).total();
  }

  /// The rows a grid asks for may begin in the middle of a page: the pages they lie on are fetched.
  private static <T> Stream<T> rows(Query<T, Void> query, Source<T> source) {
    var offset = query.getOffset();
    var end = (int) Math.min((long) offset + query.getLimit(), Integer.MAX_VALUE - SIZE);
    return IntStream.rangeClosed(offset / SIZE, Math.max(offset, end - 1) / SIZE)
        .boxed()
        .flatMap(page -> source.page(page, SIZE).items().stream())
        .skip(offset % SIZE)
        .limit(query.getLimit());
  }
}
