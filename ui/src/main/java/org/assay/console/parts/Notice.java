package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/// A sentence that stands out on the page, with what to do under it.
public class Notice extends Div {
  public Notice(Badges.Tone tone, String sentence, Component... more) {
    addClassNames("notice", tone.name().toLowerCase(Locale.ROOT));
    add(new Paragraph(sentence));
    add(more);
  }

  /// For a place where nothing is yet: what is missing, and what to do next.
  public static Notice empty(String sentence, Component... more) {
    return new Notice(Badges.Tone.NEUTRAL, sentence, more);
  }
}
