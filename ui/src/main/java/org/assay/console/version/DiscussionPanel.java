package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.assay.api.reviews.CommentView;
import org.assay.api.reviews.NewComment;
import org.assay.api.reviews.ReviewState;
import org.assay.api.reviews.ReviewView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// What people say about the version before they decide; each remark is pinned to the evidence it
/// was made on.
class DiscussionPanel extends Panel {
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;
  private final transient ReviewView review;
  private final Div list = new Div();
  private final Div form = new Div();
  private final TextArea text = new TextArea(Texts.text("discussion.say"));
  private transient List<CommentView> shown = List.of();

  DiscussionPanel(VersionContext context, ReviewView review) {
    super(Texts.text("discussion.title"));
    this.context = context;
    this.review = review;
    setId("discussion");
    list.setId("comments");
    list.getElement().setAttribute("role", "log");
    text.setId("comment-text");
    text.setMaxLength(4000);
    text.setWidthFull();
    text.setHelperText(Texts.text("discussion.help"));
    text.setValueChangeMode(ValueChangeMode.EAGER);
    var send = new Button(Texts.text("discussion.send"), click -> send());
    send.setId("comment-send");
    send.setEnabled(false);
    text.addValueChangeListener(typed -> send.setEnabled(!typed.getValue().isBlank()));
    form.add(text, send);
    add(list, form);
    draw();
    refresh(review);
  }

  /// A closed review is not talked about any more.
  final void refresh(ReviewView now) {
    var isOpen = now.state() == ReviewState.OPEN || now.state() == ReviewState.REQUESTED;
    var isInvited = context.isOwner() || context.person().isAny("reviewer", "admin", "auditor");
    form.setVisible(isInvited && (isOpen || !text.isEmpty()));
    look();
  }

  /// Draws the remarks again when there are new ones.
  final void look() {
    var now =
        Server.ifThere(() -> context.server().reviews().comments(review.id())).orElse(List.of());
    if (!now.equals(shown)) {
      shown = now;
      draw();
    }
  }

  private void draw() {
    list.removeAll();
    if (shown.isEmpty()) {
      var none = new Paragraph(Texts.text("discussion.empty"));
      none.addClassName("muted");
      list.add(none);
    }
    shown.forEach(comment -> list.add(remark(comment)));
  }

  private static Div remark(CommentView comment) {
    var author = new Span(comment.author());
    author.addClassName("strong");
    var when = Times.since(comment.at());
    when.addClassName("muted");
    var head = new Div(author, when);
    head.addClassName("remark-head");
    if (comment.stale()) {
      var stale = Badges.badge(Texts.text("discussion.stale"), Badges.Tone.CAUTION);
      stale.setTitle(Texts.text("discussion.stale.text"));
      head.add(stale);
    }
    var words = new Paragraph(comment.text());
    words.addClassName("remark-text");
    var remark = new Div(head, words);
    remark.addClassName("remark");
    return remark;
  }

  private void send() {
    context.server().reviews().comment(review.id(), new NewComment(text.getValue().strip()));
    text.clear();
    look();
    Announcements.done(Texts.text("discussion.sent"));
  }
}
