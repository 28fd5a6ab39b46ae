package org.assay.console.compare;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.api.models.Card;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// What changed on the card, word by word: taken out is struck through, put in is underlined.
class CardDiff extends Div {
  private static final long serialVersionUID = 1L;

  CardDiff(Card before, Card after) {
    setId("diff-card");
    var isSame = true;
    Map<String, @Nullable String> old = fields(before);
    for (var field : fields(after).entrySet()) {
      var was = text(old.get(field.getKey()));
      var now = text(field.getValue());
      if (!was.equals(now)) {
        isSame = false;
        add(field(field.getKey(), was, now));
      }
    }
    if (isSame) {
      add(Notice.empty(Texts.text("compare.sameCard")));
    }
  }

  private static Div field(String key, String was, String now) {
    var name = new Paragraph(Texts.text("card." + key));
    name.addClassName("strong");
    var words = new Paragraph();
    words.addClassName("word-diff");
    for (var piece : WordDiff.between(was, now)) {
      var element =
          new Element(
              switch (piece.fate()) {
                case KEPT -> "span";
                case REMOVED -> "del";
                case ADDED -> "ins";
              });
      element.setText(piece.text());
      words.getElement().appendChild(element);
    }
    var field = new Div(name, words);
    field.setId("diff-card-" + key);
    return field;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Map<String, @Nullable String> fields(Card card) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("description", card.description());
    fields.put("intendedUse", card.intendedUse());
    fields.put("outOfScopeUse", card.outOfScopeUse());
    fields.put("limitations", card.limitations());
    fields.put("trainingData", card.trainingData());
    fields.put("evaluation", card.evaluation());
    fields.put("contact", card.contact());
    return fields;
  }
}
