package org.assay.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the reader chose and the browser remembers for a year, in cookies: the language, and light
/// or dark. The server reads them, so a page is right before it is first painted.
final class Preferences {
  static final String LANGUAGE = "assay-language";
  static final String LOOK = "assay-look";

  /// Light or dark.
  enum Look {
    SYSTEM(ColorScheme.Value.SYSTEM),
    LIGHT(ColorScheme.Value.LIGHT),
    DARK(ColorScheme.Value.DARK);

    private final ColorScheme.Value scheme;

    Look(ColorScheme.Value scheme) {
      this.scheme = scheme;
    }

    /// The value of that name; the system's where it is none.
    static Look of(String name) {
      return Arrays.stream(values())
          .filter(look -> look.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(SYSTEM);
    }
  }

  private Preferences() {}

  static Look look(VaadinRequest request) {
    return cookie(request, LOOK).map(Look::of).orElse(Look.SYSTEM);
  }

  static Optional<String> language(VaadinRequest request) {
    return cookie(request, LANGUAGE);
  }

  /// Shows the page so from now on, this and each later one.
  static void choose(Look look) {
    remember(LOOK, look.name().toLowerCase(Locale.ROOT));
    UI.getCurrent().getPage().setColorScheme(look.scheme);
  }

  static void choose(Locale language) {
    remember(LANGUAGE, language.toLanguageTag());
  }

  /// Writes language and look into the page as it is sent.
  static void write(IndexHtmlResponse response) {
    var html = response.getDocument().selectFirst("html");
    if (html == null) {
      return;
    }
    var request = response.getVaadinRequest();
    html.attr("lang", Entry.language(request).toLanguageTag());
    var scheme = look(request).scheme;
    html.attr("theme", scheme.getThemeValue());
    html.attr("style", "color-scheme: " + scheme.getValue() + ";");
  }

  private static Optional<String> cookie(VaadinRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static void remember(String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    VaadinService.getCurrentResponse().addCookie(cookie);
  }
}
