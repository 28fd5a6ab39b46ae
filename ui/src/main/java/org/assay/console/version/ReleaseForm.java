package org.assay.console.version;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.assay.api.releases.NewRelease;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// What a release allows: until when, by whom, for what, how often. It is signed with the model.
class ReleaseForm extends Div {
  private static final long serialVersionUID = 1L;

  private final transient VersionContext context;
  private final DatePicker end = new DatePicker(Texts.text("release.expires"));
  private final TextField consumers = new TextField(Texts.text("release.consumers"));
  private final TextField purposes = new TextField(Texts.text("release.purposes"));
  private final IntegerField rate = new IntegerField(Texts.text("release.rate"));

  ReleaseForm(VersionContext context) {
    this.context = context;
    var zone = Times.zone(UI.getCurrent());
    var today = LocalDate.now(zone);
    end.setId("release-expires");
    end.setValue(today.plusYears(1));
    end.setMin(today.plusDays(1));
    end.setLocale(UI.getCurrent().getLocale());
    end.setHelperText(Texts.text("release.expires.help", zone));
    consumers.setId("release-consumers");
    consumers.setHelperText(Texts.text("release.consumers.help"));
    purposes.setId("release-purposes");
    purposes.setHelperText(Texts.text("release.purposes.help"));
    rate.setId("release-rate");
    rate.setMin(1);
    rate.setMax(10_000_000);
    rate.setHelperText(Texts.text("release.rate.help"));
    var form = new Div(end, consumers, purposes, rate);
    form.addClassName("form-grid");
    var release = new Button(Texts.text("release.now"), click -> ask(zone));
    release.setId("release");
    release.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph(Texts.text("release.text")), form, release);
  }

  private void ask(ZoneId zone) {
    var question =
        new Confirmation(
            "release",
            Texts.text("release.now"),
            Texts.text("release.confirm", context.name(), Integer.toString(context.number())),
            () -> release(zone));
    question.open();
  }

  private void release(ZoneId zone) {
    var day = end.getValue();
    var expires = day == null ? null : day.atStartOfDay(zone).toInstant();
    var release =
        new NewRelease(
            parts(consumers.getValue()), parts(purposes.getValue()), expires, rate.getValue());
    context.server().releases().release(context.name(), context.number(), release);
    Announcements.done(Texts.text("release.done"));
    context.reload().run();
  }

  /// The parts of a list written with commas.
  static List<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
