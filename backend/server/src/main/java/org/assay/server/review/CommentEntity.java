package org.assay.server.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.assay.api.reviews.CommentView;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/// Never changed after it was said: the database refuses it.
@Entity
@Table(name = "review_comment")
class CommentEntity {
  @Id UUID id;

  @Column(name = "review_id")
  UUID reviewId;

  String author;
  String text;

  @Column(name = "evidence_digest")
  @Nullable String evidenceDigest;

  /// The database's clock, whatever the application says.
  @Generated Instant at;

  /// @param present the evidence there is now; null where there is none yet
  CommentView view(@Nullable String present) {
    boolean stale = present != null && !present.equals(evidenceDigest);
    return new CommentView(id, author, text, evidenceDigest, stale, at);
  }
}
