package org.assay.server.review;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.assay.api.Page;
import org.assay.api.reviews.CommentView;
import org.assay.api.reviews.NewComment;
import org.assay.api.reviews.NewDecision;
import org.assay.api.reviews.NewReview;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.api.reviews.ReviewsApi;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.jspecify.annotations.Nullable;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class ReviewsEndpoint implements ReviewsApi {
  private final Reviews reviews;
  private final Claims claims;
  private final Comments comments;
  private final CurrentCaller caller;

  ReviewsEndpoint(Reviews reviews, Claims claims, Comments comments, CurrentCaller caller) {
    this.reviews = reviews;
    this.claims = claims;
    this.comments = comments;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public ReviewView submit(String name, int number, NewReview review) {
    return reviews.submit(name, number, review.reason(), caller.get());
  }

  @Override
  public List<ReviewView> ofVersion(String name, int number) {
    return reviews.ofVersion(name, number, caller.get());
  }

  @Override
  public Page<ReviewView> list(@Nullable ReviewState state, boolean mine, int page, int size) {
    return reviews.page(state, mine, page, size, caller.get());
  }

  @Override
  public ReviewView get(UUID id) {
    return reviews.get(id, caller.get());
  }

  @Override
  @RolesAllowed(Role.REVIEWER)
  public ReviewView decide(UUID id, NewDecision decision) {
    return reviews.decide(id, decision, caller.get());
  }

  @Override
  @RolesAllowed(Role.REVIEWER)
  public ReviewView claim(UUID id) {
    return claims.claim(id, caller.get());
  }

  @Override
  @RolesAllowed(Role.REVIEWER)
  public ReviewView unclaim(UUID id) {
    return claims.unclaim(id, caller.get());
  }

  @Override
  public List<CommentView> comments(UUID id) {
    return comments.of(id);
  }

  @Override
  public CommentView comment(UUID id, NewComment comment) {
    return comments.say(id, comment.text(), caller.get());
  }
}
