package org.assay.console.version;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;

/// Which version this is, where it stands, and what has to happen next.
class VersionHeader extends Div {
  private static final long serialVersionUID = 1L;

  VersionHeader(VersionContext context) {
    addClassName("version-header");
    var title = new H2();
    title.setId("version-title");
    title.add(
        new Anchor(Paths.model(context.name()), context.name()),
        new Span(" " + Texts.text("version.number", Integer.toString(context.number()))));
    var compare =
        new Anchor(Paths.compare(context.name(), context.number()), Texts.text("compare.toOther"));
    compare.setId("compare");
    compare.addClassName("at-end");
    var line = new Div(title, Badges.tier(context.model().riskTier()), compare);
    line.addClassName("title-line");
    add(line, facts(context), new StageLine(context.version().stage()), next(context));
  }

  private static Div facts(VersionContext context) {
    var review = context.review();
    var facts =
        new Div(
            fact("field.owner", new Span(context.model().owner())),
            fact("field.author", new Span(context.version().author())));
    if (review != null) {
      facts.add(fact("review.requester", new Span(review.requester())));
    }
    facts.add(fact("field.digest", new Digest(context.version().digest())));
    facts.addClassName("inline-facts");
    return facts;
  }

  private static Span fact(String key, Span value) {
    var label = new Span(Texts.text(key));
    label.addClassName("label");
    var fact = new Span(label, value);
    fact.addClassName("inline-fact");
    return fact;
  }

  private static Div next(VersionContext context) {
    var step = NextStep.of(context);
    var link =
        new Anchor(
            Paths.version(context.name(), context.number(), step.tab().path()),
            Texts.text("tab." + step.tab().path()) + " →");
    link.setId("next-step");
    var sentence = new Span(Texts.text(step.textKey()));
    var next = new Div(sentence, link);
    next.addClassName("next-step");
    return next;
  }
}
