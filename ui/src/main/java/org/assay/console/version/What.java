package org.assay.console.version;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.assay.console.parts.Texts;

/// What a figure means and how it is computed, in short.
final class What {
  private static final List<String> RATES =
      List.of("selection_rate", "base_rate", "tpr", "fpr", "ppv", "accuracy");

  private What() {}

  /// The sentence under `<key>.text` and the formula under `<key>.formula`.
  static Div is(String key) {
    var formula = new Details(Texts.text("what.formula"), new Code(Texts.text(key + ".formula")));
    formula.addClassName("what");
    return new Div(new Paragraph(Texts.text(key + ".text")), formula);
  }

  /// How each rate of a group comes from its counts.
  static Details rates() {
    var lines = new Div();
    RATES.forEach(
        rate ->
            lines.add(
                new Code(
                    Texts.text("rate." + rate) + " = " + Texts.text("rate." + rate + ".formula"))));
    var details = new Details(Texts.text("what.rates"), lines);
    details.addClassName("what");
    return details;
  }
}
