package org.assay.console.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.assay.console.server.Refusal;
import org.jspecify.annotations.Nullable;

/// What is told in passing: done, refused, not reached.
public final class Announcements {
  private Announcements() {}

  /// Something was done; goes away by itself.
  public static void done(String sentence) {
    var notification = Notification.show(sentence, 4000, Notification.Position.BOTTOM_START);
    notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
  }

  /// The server refused: its sentence, its remedy, each refused field. Stays until closed.
  public static void refused(Refusal refusal) {
    var words = words(refusal);
    var id = refusal.problem().instance();
    if (refusal.status() >= 500 && id != null) {
      words.add(line("error.id", id));
    }
    stay(words);
  }

  /// The server was not reached.
  public static void unreachable() {
    stay(new Div(new Paragraph(Texts.text("error.unreachable"))));
  }

  /// Something broke in the console; the log has the cause under the id.
  public static void broken(String id) {
    stay(new Div(new Paragraph(Texts.text("error.broken")), line("error.id", id)));
  }

  /// A sentence that is no error of the server's, such as a form that cannot be read.
  public static void mistaken(String sentence) {
    stay(new Div(new Paragraph(sentence)));
  }

  /// The refusal as text blocks, for a page or a notification.
  public static Div words(Refusal refusal) {
    var words = new Div(new Paragraph(refusal.problem().detail()));
    var errors = refusal.problem().errors();
    if (errors != null) {
      errors.forEach(error -> words.add(new Paragraph("• " + error)));
    }
    refusal.remedy().ifPresent(remedy -> words.add(line("error.remedy", remedy)));
    return words;
  }

  private static Paragraph line(String key, @Nullable String value) {
    var line = new Paragraph(Texts.text(key, value));
    line.addClassName("remedy");
    return line;
  }

  private static void stay(Div words) {
    words.addClassName("refusal");
    words.setId("refusal");
    var notification = new Notification();
    notification.setDuration(0);
    notification.setPosition(Notification.Position.TOP_CENTER);
    notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
    var close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> notification.close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    close.setAriaLabel(Texts.text("action.close"));
    close.setId("refusal-close");
    var row = new Div(words, close);
    row.addClassName("refusal-row");
    notification.add(row);
    notification.open();
  }
}
