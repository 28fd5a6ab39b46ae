package org.assay.console.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.TreeSet;
import org.assay.api.models.VersionView;
import org.assay.console.parts.Addresses;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;

/// Choosing two versions of a model, and the button that compares them.
class CompareChoice extends Button {
  private static final long serialVersionUID = 1L;
  private final TreeSet<Integer> chosen = new TreeSet<>();

  CompareChoice(String model) {
    super(Texts.text("compare.chosen"));
    setId("compare-chosen");
    addClickListener(
        click -> Addresses.open(this, Paths.compare(model, chosen.first(), chosen.last())));
    allow();
  }

  Checkbox box(VersionView version) {
    var box = new Checkbox();
    box.setId("choose-" + version.number());
    box.setAriaLabel(
        Texts.text("compare.choose")
            + ": "
            + Texts.text("version.number", Integer.toString(version.number())));
    box.setValue(chosen.contains(version.number()));
    box.addValueChangeListener(
        change -> {
          if (change.getValue()) {
            chosen.add(version.number());
          } else {
            chosen.remove(version.number());
          }
          allow();
        });
    return box;
  }

  private void allow() {
    setEnabled(chosen.size() == 2);
  }
}
