package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;

/// A titled part of a page.
public class Panel extends Section {
  public Panel(String title, Component... content) {
    addClassName("panel");
    var heading = new H3(title);
    add(heading);
    add(content);
  }
}
