package org.assay.console.server;

import com.vaadin.flow.component.UI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Asks the server to answer in the reader's language: its refusals are read by people. Outside a
/// browser tab there is no reader, and the server answers in its own language.
public class ReaderLanguage implements ClientRequestFilter {
  @Override
  public void filter(ClientRequestContext request) {
    var ui = UI.getCurrent();
    if (ui != null) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, ui.getLocale().toLanguageTag());
    }
  }
}
