package org.assay.console.parts;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.api.audit.EventView;
import org.assay.api.models.RiskTier;
import org.assay.api.reviews.Decision;
import org.assay.api.reviews.ReviewState;
import org.jspecify.annotations.Nullable;

/// What an event says, as a sentence for people; what is not known is told as it stands.
public final class EventSentences {
  private static final int DIGITS = 12;

  /// For each act the entries of its body that its sentence names, in the sentence's order.
  private static final Map<String, List<String>> NAMED =
      Map.ofEntries(
          Map.entry("model.registered", List.of()),
          Map.entry("model.changed", List.of()),
          Map.entry("version.created", List.of()),
          Map.entry("version.card-changed", List.of()),
          Map.entry("version.file-uploaded", List.of("file", "size")),
          Map.entry("version.file-removed", List.of("file")),
          Map.entry("version.sealed", List.of("digest")),
          Map.entry("version.withdrawn", List.of()),
          Map.entry("version.stale", List.of("approved", "found")),
          Map.entry("assessment.planned", List.of("label", "protectedAttributes")),
          Map.entry("intake.completed", List.of("findings", "blocking")),
          Map.entry("bias-audit.completed", List.of("digest")),
          Map.entry("explanation.completed", List.of("method", "digest")),
          Map.entry("gate.decided", List.of("pack", "verdict")),
          Map.entry("review.requested", List.of("reason")),
          Map.entry("review.opened", List.of("verdict")),
          Map.entry("review.claimed", List.of()),
          Map.entry("review.unclaimed", List.of()),
          Map.entry("review.commented", List.of()),
          Map.entry("review.voted", List.of("decision", "reason")),
          Map.entry("review.closed", List.of("state")),
          Map.entry("review.returned", List.of("because")),
          Map.entry("review.withdrawn", List.of()),
          Map.entry("release.signed", List.of("expiresAt")),
          Map.entry("release.suspended", List.of("reason")),
          Map.entry("release.resumed", List.of("reason")),
          Map.entry("release.revoked", List.of("reason")),
          Map.entry("dataset.created", List.of()),
          Map.entry("dataset.uploaded", List.of()),
          Map.entry("dataset.classified", List.of()),
          Map.entry("dataset.read", List.of("purpose", "rows", "columns")),
          Map.entry("grant.requested", List.of("reason")),
          Map.entry("grant.approved", List.of()),
          Map.entry("grant.refused", List.of()),
          Map.entry("grant.revoked", List.of()),
          Map.entry("job.cancelled", List.of("kind")),
          Map.entry("job.retried", List.of("kind")));

  private EventSentences() {}

  /// The sentence, without who and when. An entry that the event lacks is a dash in it.
  public static String of(EventView event) {
    var named = NAMED.get(event.action());
    if (named == null) {
      return EventDetails.summary(event.body());
    }
    var values = named.stream().map(name -> words(name, event.body().get(name))).toArray();
    return Texts.text("event." + event.action(), values);
  }

  /// The acts that have a sentence of their own.
  static List<String> known() {
    return NAMED.keySet().stream().sorted().toList();
  }

  private static String words(String name, @Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case Number size when "size".equals(name) -> Numbers.bytes(size.longValue());
      case Number number -> Numbers.count(number.longValue(), UI.getCurrent().getLocale());
      case Object other -> named(name, other.toString());
    };
  }

  private static String named(String name, String value) {
    return switch (name) {
      case "digest", "approved", "found" ->
          value.length() > DIGITS ? value.substring(0, DIGITS) + "…" : value;
      case "decision" -> constant(Decision.class, value);
      case "state" -> constant(ReviewState.class, value);
      case "riskTier" -> constant(RiskTier.class, value);
      case "verdict" -> "open".equals(value) ? Texts.text("gate.open") : Texts.text("gate.blocked");
      case "expiresAt" -> time(value);
      default -> value;
    };
  }

  private static <E extends Enum<E>> String constant(Class<E> kind, String name) {
    var value = Choices.read(kind, name);
    return value == null ? name : Texts.text(value);
  }

  private static String time(String value) {
    try {
      return Times.at(Instant.parse(value));
    } catch (DateTimeException other) {
      return value;
    }
  }
}
