package org.assay.server.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An act to be put on the record.
///
/// @param action `thing.verb`, such as `version.sealed`
/// @param subjectType kind of the thing, such as `version`
/// @param subjectId the thing's id
/// @param model name of the model concerned
/// @param version number of the version concerned
/// @param body what else belongs to the act: numbers, strings, lists, maps; never raw data rows
public record AuditEvent(
    String action,
    String subjectType,
    String subjectId,
    @Nullable String model,
    @Nullable Integer version,
    Map<String, ?> body) {
  public AuditEvent {
    body = Map.copyOf(body);
  }

  /// An act on something that belongs to no model.
  public static AuditEvent of(
      String action, String subjectType, Object subjectId, Map<String, ?> body) {
    return new AuditEvent(action, subjectType, subjectId.toString(), null, null, body);
  }

  /// The same act, said of a model's version.
  public AuditEvent on(String modelName, @Nullable Integer versionNumber) {
    return new AuditEvent(action, subjectType, subjectId, modelName, versionNumber, body);
  }
}
