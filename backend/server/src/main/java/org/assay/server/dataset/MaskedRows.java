package org.assay.server.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.assay.api.datasets.Mask;
import org.assay.api.datasets.RowsView;
import org.assay.server.dataset.TableSource.Field;
import org.assay.server.files.StoredFiles;
import org.assay.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/// The one way in which rows leave: under a live grant, masked as it says, and on the record. The
/// grant is looked at before the read and again, with the record, after it.
@ApplicationScoped
class MaskedRows {
  private final Uses uses;
  private final StoredFiles files;
  private final DatasetKeys keys;
  private final DatasetConfig config;

  /// Computed again when lost; content of a digest never changes, so neither do its buckets.
  private final Map<BucketsOf, Buckets> known = new ConcurrentHashMap<>();

  MaskedRows(Uses uses, StoredFiles files, DatasetKeys keys, DatasetConfig config) {
    this.uses = uses;
    this.files = files;
    this.keys = keys;
    this.config = config;
  }

  private record BucketsOf(String sha256, String column) {}

  RowsView read(UUID datasetId, String purpose, long offset, int limit, Caller by) {
    Permit permit = uses.permit(datasetId, purpose, by);
    RowsView view = view(permit, offset, limit);
    uses.record(permit, offset, view.rows().size(), by);
    return view;
  }

  private RowsView view(Permit permit, long offset, int limit) {
    Path file = files.path(permit.sha256());
    try (OpenedFile opened = OpenedFile.open(file, config)) {
      TableSource source = TableSource.examined(file, permit.format(), permit.fields());
      List<Masking> maskings = maskings(permit, opened, source);
      String sql =
          "SELECT %s FROM %s LIMIT %d OFFSET %d"
              .formatted(selection(permit.fields()), source.sql(), limit, offset);
      List<List<@Nullable Object>> rows = opened.query(sql, r -> masked(r, maskings));
      return new RowsView(
          permit.grantId(),
          permit.fields().stream().map(Field::name).toList(),
          maskings.stream().map(Masking::mask).toList(),
          rows,
          offset,
          permit.total());
    } catch (IOException e) {
      throw new UncheckedIOException("The store has lost " + permit.sha256(), e);
    } catch (SQLException e) {
      throw new IllegalStateException("Dataset " + permit.datasetId() + " cannot be read", e);
    }
  }

  private List<Masking> maskings(Permit permit, OpenedFile opened, TableSource source)
      throws SQLException {
    Masking.Pseudonyms pseudonyms = Masking.Pseudonyms.keyed(keys.of(permit.datasetId()));
    List<Masking> maskings = new ArrayList<>();
    for (Field field : permit.fields()) {
      Mask mask = Objects.requireNonNull(permit.masks().get(field.name()));
      ColumnKind kind = ColumnKind.admitted(field.type());
      boolean bucketed = mask == Mask.BUCKET && kind == ColumnKind.NUMBER;
      @Nullable Buckets buckets =
          bucketed ? buckets(permit, field, opened, source).orElse(null) : null;
      maskings.add(new Masking(mask, kind, buckets, pseudonyms));
    }
    return maskings;
  }

  private Optional<Buckets> buckets(
      Permit permit, Field field, OpenedFile opened, TableSource source) throws SQLException {
    BucketsOf key = new BucketsOf(permit.sha256(), field.name());
    @Nullable Buckets before = known.get(key);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Buckets> buckets =
        opened.query(
            Buckets.spreadQuery(field, source),
            rows -> Buckets.read(rows, ColumnKind.whole(field.type())));
    buckets.ifPresent(b -> known.put(key, b));
    return buckets;
  }

  private static String selection(List<Field> fields) {
    return fields.stream().map(MaskedRows::expression).collect(Collectors.joining(", "));
  }

  /// Numbers and booleans as they are; dates and texts as text.
  private static String expression(Field field) {
    return switch (ColumnKind.admitted(field.type())) {
      case NUMBER, BOOLEAN -> Quoted.identifier(field.name());
      case DATE, TEXT -> field.text();
    };
  }

  private static List<List<@Nullable Object>> masked(ResultSet rows, List<Masking> maskings)
      throws SQLException {
    List<List<@Nullable Object>> masked = new ArrayList<>();
    while (rows.next()) {
      List<@Nullable Object> row = new ArrayList<>(maskings.size());
      for (int i = 0; i < maskings.size(); i++) {
        row.add(maskings.get(i).apply(rows.getObject(i + 1)));
      }
      masked.add(row);
    }
    return masked;
  }
}
