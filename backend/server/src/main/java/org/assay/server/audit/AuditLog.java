package org.assay.server.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.assay.server.identity.Caller;

/// Appends to the record, in the transaction of the act itself: both happen or neither.
@ApplicationScoped
public class AuditLog {
  private static final String INSERT =
      """
      insert into audit.event (actor, action, subject_type, subject_id, model, version, body)
      values (:actor, :action, :subjectType, :subjectId, :model, :version, cast(:body as jsonb))
      """;

  private final EntityManager database;
  private final ObjectMapper json;

  AuditLog(EntityManager database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Puts an act on the record. Refuses to run outside a transaction.
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(Caller actor, AuditEvent event) {
    database
        .createNativeQuery(INSERT)
        .setParameter("actor", actor.subject())
        .setParameter("action", event.action())
        .setParameter("subjectType", event.subjectType())
        .setParameter("subjectId", event.subjectId())
        .setParameter("model", event.model())
        .setParameter("version", event.version())
        .setParameter("body", body(event))
        .executeUpdate();
  }

  private String body(AuditEvent event) {
    try {
      return json.writeValueAsString(event.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the body of " + event.action() + " is not JSON", e);
    }
  }
}
