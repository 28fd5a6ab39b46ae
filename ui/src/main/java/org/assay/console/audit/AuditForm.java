package org.assay.console.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.assay.console.parts.DateWords;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.jspecify.annotations.Nullable;

/// The filter as fields; times are the reader's.
class AuditForm extends Div {
  private static final long serialVersionUID = 1L;

  private final ZoneId zone = Times.zone(UI.getCurrent());
  private final TextField actor = field("audit-actor", "audit.actor");
  private final TextField action = field("audit-action", "audit.action");
  private final TextField model = field("audit-model", "audit.model");
  private final IntegerField version = new IntegerField(Texts.text("field.version"));
  private final TextField subject = field("audit-subject", "audit.subjectId");
  private final DateTimePicker from = moment("audit-from", "audit.from");
  private final DateTimePicker to = moment("audit-to", "audit.to");

  /// @param look what to do with a filter when it is asked for
  /// @param more what stands at the end of the buttons' line
  AuditForm(Consumer<AuditFilter> look, Component more) {
    addClassNames("toolbar", "filters");
    version.setId("audit-version");
    version.setMin(1);
    version.setClearButtonVisible(true);
    version.setWidth("5rem");
    subject.setWidth("7.5rem");
    var filter = new Button(Texts.text("audit.filter"), click -> look.accept(filter()));
    filter.setId("audit-filter");
    filter.addClickShortcut(Key.ENTER).listenOn(this);
    var reset = new Button(Texts.text("action.reset"), click -> look.accept(AuditFilter.NONE));
    reset.setId("audit-reset");
    reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var buttons = new Div(filter, reset, more);
    buttons.addClassName("filter-buttons");
    add(actor, action, model, version, subject, from, to, buttons);
  }

  void show(AuditFilter filter) {
    actor.setValue(orEmpty(filter.actor()));
    action.setValue(orEmpty(filter.action()));
    model.setValue(orEmpty(filter.model()));
    version.setValue(filter.version());
    subject.setValue(orEmpty(filter.subject()));
    from.setValue(there(filter.from()));
    to.setValue(there(filter.to()));
  }

  private AuditFilter filter() {
    return new AuditFilter(
        actor.getValue().strip(),
        action.getValue().strip(),
        model.getValue().strip(),
        version.getValue(),
        subject.getValue().strip(),
        moment(from.getValue()),
        moment(to.getValue()));
  }

  private @Nullable LocalDateTime there(@Nullable Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, zone);
  }

  private @Nullable Instant moment(@Nullable LocalDateTime there) {
    return there == null ? null : there.atZone(zone).toInstant();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static TextField field(String id, String key) {
    var field = new TextField(Texts.text(key));
    field.setId(id);
    field.setClearButtonVisible(true);
    field.setWidth("8rem");
    return field;
  }

  private static DateTimePicker moment(String id, String key) {
    var field = new DateTimePicker(Texts.text(key));
    field.setId(id);
    field.setLocale(UI.getCurrent().getLocale());
    field.setDatePickerI18n(DateWords.of(UI.getCurrent().getLocale()));
    field.setStep(Duration.ofMinutes(15));
    field.setDateAriaLabel(Texts.text(key));
    field.setTimeAriaLabel(Texts.text("audit.time", Texts.text(key)));
    field.setWidth("15rem");
    return field;
  }
}
