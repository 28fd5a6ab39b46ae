package org.assay.console.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.api.models.Card;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Texts;
import org.jspecify.annotations.Nullable;

/// The model card: written by the owner while the version is a draft, read by everyone.
class CardTab extends Div {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 8000;
  private static final int LONGEST_CONTACT = 200;

  private final transient VersionContext context;
  private final Map<String, TextArea> fields = new LinkedHashMap<>();
  private final Span completeness = new Span();

  CardTab(VersionContext context) {
    this.context = context;
    addClassName("card-tab");
    completeness.setId("card-completeness");
    completeness.addClassName("muted");
    add(new Paragraph(completeness));
    if (context.isOwner() && context.isDraft()) {
      edit();
    } else {
      read();
    }
    tellCompleteness(NextStep.missing(context.version().card()));
  }

  private void read() {
    var card = context.version().card();
    if (!context.isDraft()) {
      add(Notice.empty(Texts.text("card.fixed")));
    }
    var facts = new Facts();
    facts.addClassName("prose");
    for (var field : CardField.ALL) {
      facts.fact("card." + field.id(), field.value().apply(card));
    }
    add(facts);
  }

  private void edit() {
    var form = new Div();
    form.addClassName("card-form");
    for (var field : CardField.ALL) {
      form.add(area(field));
    }
    var save = new Button(Texts.text("action.save"), click -> save());
    save.setId("card-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(form, save);
  }

  private TextArea area(CardField field) {
    var area = new TextArea(Texts.text("card." + field.id()));
    area.setId("card-" + field.id());
    area.setHelperText(Texts.text("card." + field.id() + ".help"));
    area.setMaxLength("contact".equals(field.id()) ? LONGEST_CONTACT : LONGEST);
    area.setWidthFull();
    var value = field.value().apply(context.version().card());
    area.setValue(value == null ? "" : value);
    area.setValueChangeMode(ValueChangeMode.LAZY);
    area.addValueChangeListener(change -> tellCompleteness(NextStep.missing(card())));
    fields.put(field.id(), area);
    return area;
  }

  private void save() {
    context.server().versions().changeCard(context.name(), context.number(), card());
    Announcements.done(Texts.text("card.saved"));
    context.reload().run();
  }

  private void tellCompleteness(int missing) {
    var all = CardField.ALL.size();
    completeness.removeAll();
    completeness.add(
        Badges.badge(
            Texts.text("card.completeness", all - missing, all),
            missing == 0 ? Badges.Tone.GOOD : Badges.Tone.CAUTION));
  }

  private Card card() {
    return new Card(
        text("description"),
        text("intendedUse"),
        text("outOfScopeUse"),
        text("limitations"),
        text("trainingData"),
        text("evaluation"),
        text("contact"));
  }

  private @Nullable String text(String id) {
    var field = fields.get(id);
    return field == null || field.getValue().isBlank() ? null : field.getValue().strip();
  }
}
