package org.assay.console.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;

/// Going to an address that may carry a query.
public final class Addresses {
  private Addresses() {}

  public static void open(Component from, String address) {
    var at = address.indexOf('?');
    var path = at < 0 ? address : address.substring(0, at);
    var query =
        at < 0 ? QueryParameters.empty() : QueryParameters.fromString(address.substring(at + 1));
    from.getUI().ifPresent(ui -> ui.navigate(path, query));
  }
}
