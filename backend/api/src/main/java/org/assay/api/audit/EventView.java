package org.assay.api.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One act on the record.
///
/// @param actor the subject of the person or service that acted
/// @param action what was done, such as `version.sealed`
/// @param subjectType kind of the thing it was done to, such as `version`
/// @param subjectId the thing's id
/// @param model name of the model concerned, if one is
/// @param version number of the version concerned, if one is
/// @param body what else belongs to the act
public record EventView(
    long id,
    Instant at,
    String actor,
    String action,
    String subjectType,
    String subjectId,
    @Nullable String model,
    @Nullable Integer version,
    Map<String, Object> body) {}
