package org.assay.console.datasets;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.NewGrant;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// Asks the dataset's owner for leave to read it, for one purpose and until one day.
class GrantDialog extends Dialog {
  private static final long serialVersionUID = 1L;
  private static final String PURPOSE = "[a-z][a-z0-9-]{1,63}";
  private static final int USUAL_DAYS = 90;

  private final transient Server server;
  private final transient DatasetView dataset;
  private final transient Runnable again;
  private final TextField purpose = new TextField(Texts.text("datasets.purpose"));
  private final TextArea reason = new TextArea(Texts.text("datasets.ask.reason"));
  private final MasksForm masks;
  private final DatePicker end = new DatePicker(Texts.text("datasets.ends"));

  GrantDialog(Server server, DatasetView dataset, Runnable again) {
    this.server = server;
    this.dataset = dataset;
    this.again = again;
    setId("ask-dialog");
    setHeaderTitle(Texts.text("datasets.ask"));
    setWidth("52rem");
    masks = new MasksForm(server, dataset);
    purpose.setId("ask-purpose");
    purpose.setRequired(true);
    purpose.setValue("assessment");
    purpose.setHelperText(Texts.text("datasets.purpose.help"));
    purpose.setErrorMessage(Texts.text("datasets.purpose.help"));
    purpose.setWidthFull();
    reason.setId("ask-reason");
    reason.setRequired(true);
    reason.setMaxLength(4000);
    reason.setErrorMessage(Texts.text("field.reason.missing"));
    reason.setWidthFull();
    var today = LocalDate.now(Times.zone(UI.getCurrent()));
    end.setId("ask-ends");
    end.setRequired(true);
    end.setLocale(UI.getCurrent().getLocale());
    end.setMin(today.plusDays(1));
    end.setValue(today.plusDays(USUAL_DAYS));
    var ask = new Button(Texts.text("datasets.ask"), click -> ask());
    ask.setId("ask-confirm");
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var cancel = new Button(Texts.text("action.cancel"), click -> close());
    cancel.setId("ask-cancel");
    var form = new Div(new Paragraph(Texts.text("datasets.ask.text")), purpose, reason, end, masks);
    form.addClassName("stack");
    add(form);
    getFooter().add(cancel, ask);
    purpose.focus();
  }

  private void ask() {
    var day = end.getValue();
    purpose.setInvalid(!purpose.getValue().matches(PURPOSE));
    reason.setInvalid(reason.getValue().isBlank());
    end.setInvalid(day == null);
    if (day == null || purpose.isInvalid() || reason.isInvalid()) {
      return;
    }
    var until = day.atStartOfDay(Times.zone(UI.getCurrent())).toInstant();
    server
        .datasets()
        .requestGrant(
            dataset.id(),
            new NewGrant(purpose.getValue(), reason.getValue().strip(), masks.masks(), until));
    Announcements.done(Texts.text("datasets.asked"));
    close();
    again.run();
  }
}
