package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/// Names and values, one under the other.
public class Facts extends DescriptionList {
  public Facts() {
    addClassName("facts");
  }

  public Facts fact(String textKey, @Nullable String value) {
    return fact(textKey, new Span(value == null || value.isBlank() ? "–" : value));
  }

  /// As [#fact(String, String)] with a name that is no text of ours.
  public Facts entry(String name, String value) {
    add(new Term(name), new Description(value));
    return this;
  }

  public Facts fact(String textKey, Component value) {
    add(new Term(Texts.text(textKey)), new Description(value));
    return this;
  }
}
