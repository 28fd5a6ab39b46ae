package org.assay.api.datasets;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to read a dataset. It is for the caller; someone else, the dataset's owner, decides.
///
/// @param purpose a short name, such as `assessment` or `fraud-research`
/// @param reason why, in a sentence
/// @param masks for a column, the mask asked for; a column left out gets the default of its
///     sensitivity (identifier and sensitive: hash; quasi-identifier: bucket; plain: clear)
/// @param endsAt when it ends
public record NewGrant(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,63}", message = "{org.assay.name}") String purpose,
    @NotBlank @Size(max = 4000) String reason,
    @Nullable Map<String, Mask> masks,
    @NotNull @Future Instant endsAt) {}
