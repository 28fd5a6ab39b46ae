package org.assay.server.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assay.server.identity.Caller;
import org.hibernate.query.Query;

/// Writes events to a file and puts that on the record, in one transaction. The events are those of
/// one statement, so of one state of the record, and come through a cursor: a few hundred of them
/// are in memory at a time.
@ApplicationScoped
class Export {
  private static final int AT_A_TIME = 500;
  private static final int LONGEST_SECONDS = 1800;

  private final EntityManager database;
  private final Embargoes embargoes;
  private final AuditLog log;
  private final ObjectMapper json;

  Export(EntityManager database, Embargoes embargoes, AuditLog log, ObjectMapper json) {
    this.database = database;
    this.embargoes = embargoes;
    this.log = log;
    this.json = json;
  }

  @Transactional
  @TransactionConfiguration(timeout = LONGEST_SECONDS)
  void write(EventFilter filter, ExportFormat format, Path file, Caller by) {
    MessageDigest digest = sha256();
    long rows;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        EventWriter events = format.writer(new DigestOutputStream(out, digest), json)) {
      rows = write(filter, events, by);
    } catch (IOException e) {
      throw new UncheckedIOException("The record cannot be written to " + file, e);
    }
    Map<String, Object> asked = new TreeMap<>();
    filter.parameters().forEach((name, value) -> asked.put(name, value.toString()));
    Map<String, Object> body =
        Map.of(
            "format",
            format.extension(),
            "filter",
            asked,
            "rows",
            rows,
            "sha256",
            HexFormat.of().formatHex(digest.digest()));
    log.append(by, AuditEvent.of("audit.exported", "export", UUID.randomUUID(), body));
  }

  /// What the reader may not know yet is asked once the cursor stands: whatever the cursor has seen
  /// is covered then.
  private long write(EventFilter filter, EventWriter out, Caller by) throws IOException {
    Query<EventEntity> query =
        database
            .createQuery(
                "from EventEntity e where " + filter.where() + " order by e.id", EventEntity.class)
            .unwrap(Query.class);
    filter.parameters().forEach(query::setParameter);
    long rows = 0;
    try (Stream<EventEntity> events = query.setFetchSize(AT_A_TIME).getResultStream()) {
      Iterator<EventEntity> i = events.iterator();
      boolean more = i.hasNext();
      Predicate<EventEntity> known = embargoes.known(by);
      for (; more; more = i.hasNext()) {
        EventEntity event = i.next();
        if (known.test(event)) {
          out.write(event.view());
          rows++;
        }
        database.detach(event);
      }
    }
    return rows;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
