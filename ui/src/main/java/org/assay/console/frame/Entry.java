package org.assay.console.frame;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.assay.console.parts.ForRoles;
import org.assay.console.server.Server;

/// What every session and every browser tab begins with: who may see a page, what becomes of
/// errors, and a quiet reload when the session has ended (the reload leads to the sign-in).
@ApplicationScoped
class Entry {
  private final Server server;

  @Inject
  Entry(Server server) {
    this.server = server;
  }

  void begin(@Observes ServiceInitEvent event) {
    var service = event.getSource();
    service.addSessionInitListener(Entry::beginSession);
    service.addUIInitListener(this::beginTab);
    event.addIndexHtmlRequestListener(Preferences::write);
    service.setSystemMessagesProvider(
        about -> {
          var messages = new CustomizedSystemMessages();
          messages.setSessionExpiredNotificationEnabled(false);
          messages.setSessionExpiredURL(null);
          return messages;
        });
  }

  private static void beginSession(SessionInitEvent event) {
    event.getSession().setErrorHandler(new Failures());
    event.getSession().setLocale(language(event.getRequest()));
  }

  /// The language the reader chose once, or the best that the browser asks for.
  static Locale language(VaadinRequest request) {
    return language(
        Preferences.language(request)
            .map(chosen -> List.of(Locale.forLanguageTag(chosen)))
            .orElseGet(() -> Collections.list(request.getLocales())));
  }

  /// The first language of the browser's list that there are texts in; English otherwise.
  static Locale language(List<Locale> wished) {
    for (var locale : wished) {
      switch (locale.getLanguage()) {
        case "zh" -> {
          return Locale.SIMPLIFIED_CHINESE;
        }
        case "en" -> {
          return locale;
        }
        default -> {}
      }
    }
    return Locale.ENGLISH;
  }

  private void beginTab(UIInitEvent event) {
    event.getUI().addBeforeEnterListener(this::admit);
  }

  private void admit(BeforeEnterEvent event) {
    var needed = event.getNavigationTarget().getAnnotation(ForRoles.class);
    if (needed != null && !server.person().isAny(needed.value())) {
      event.rerouteToError(new AccessDeniedException(), String.join(",", needed.value()));
    }
  }
}
