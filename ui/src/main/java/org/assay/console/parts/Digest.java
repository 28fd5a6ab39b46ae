package org.assay.console.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.jspecify.annotations.Nullable;

/// A digest: its first twelve digits, the whole on hover and by the copy button.
public class Digest extends Span {
  public Digest(@Nullable String digest) {
    addClassName("digest");
    if (digest == null) {
      setText("–");
      return;
    }
    var code = new Code(shortened(digest));
    code.setTitle(digest);
    var copy = new Button(VaadinIcon.COPY_O.create());
    copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    copy.setAriaLabel(Texts.text("action.copy"));
    copy.setTooltipText(Texts.text("action.copy"));
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', () => navigator.clipboard?.writeText($0))", digest);
    add(code, copy);
  }

  static String shortened(String digest) {
    var hex = digest.substring(digest.indexOf(':') + 1);
    return hex.length() <= 12 ? hex : hex.substring(0, 12) + "…";
  }
}
