package org.assay.console.frame;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.theme.lumo.Lumo;

/// The page around the pages: style sheets, light or dark as the reader's system has it.
@StyleSheet("/" + Lumo.STYLESHEET)
@StyleSheet("/assay.css")
@StyleSheet("/pages.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
public class Shell implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;
}
