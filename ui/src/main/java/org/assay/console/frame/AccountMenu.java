package org.assay.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Person;

/// Who is signed in, the language, light or dark, and the way out.
class AccountMenu extends MenuBar {
  private static final long serialVersionUID = 1L;

  AccountMenu(Person person) {
    setId("account");
    addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_END_ALIGNED);
    looks(menu("look", VaadinIcon.ADJUST, "account.look"));
    languages(menu("language", VaadinIcon.GLOBE, "account.language"));
    account(person);
  }

  private MenuItem menu(String id, VaadinIcon icon, String key) {
    var item = addItem(icon.create());
    item.setId(id);
    item.setAriaLabel(Texts.text(key));
    item.getElement().setAttribute("title", Texts.text(key));
    return item;
  }

  private void account(Person person) {
    var who = addItem(person.name());
    who.setId("account-person");
    var menu = who.getSubMenu();
    menu.addItem(Texts.text("account.subject", person.subject())).setEnabled(false);
    menu.addItem(Texts.text("account.roles", roles(person))).setEnabled(false);
    menu.addItem(Texts.text("account.zone", Times.zone(UI.getCurrent()))).setEnabled(false);
    menu.addSeparator();
    var leave = new Anchor("logout", Texts.text("account.leave"));
    leave.setRouterIgnore(true);
    leave.setId("sign-out");
    menu.addItem(leave);
  }

  private static String roles(Person person) {
    return person.roles().stream()
        .filter(Roles.KNOWN::contains)
        .map(role -> Texts.text("role." + role))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static void looks(MenuItem parent) {
    var current = Preferences.look(VaadinRequest.getCurrent());
    for (var look : Preferences.Look.values()) {
      var choice = parent.getSubMenu().addItem(Texts.text(look), click -> show(parent, look));
      choice.setId("look-" + look.name().toLowerCase(Locale.ROOT));
      choice.setCheckable(true);
      choice.setChecked(look == current);
    }
  }

  private static void show(MenuItem parent, Preferences.Look look) {
    Preferences.choose(look);
    var chosen = "look-" + look.name().toLowerCase(Locale.ROOT);
    for (var item : parent.getSubMenu().getItems()) {
      item.setChecked(item.getId().filter(chosen::equals).isPresent());
    }
  }

  private static void languages(MenuItem parent) {
    language(parent, "English", Locale.ENGLISH);
    language(parent, "简体中文", Locale.SIMPLIFIED_CHINESE);
  }

  private static void language(MenuItem parent, String name, Locale locale) {
    var choice = parent.getSubMenu().addItem(name, click -> speak(locale));
    choice.setId("language-" + locale.getLanguage());
    choice.getElement().setAttribute("lang", locale.toLanguageTag());
    choice.setCheckable(true);
    var current = UI.getCurrent().getLocale();
    choice.setChecked(current.getLanguage().equals(locale.getLanguage()));
  }

  private static void speak(Locale locale) {
    Preferences.choose(locale);
    VaadinSession.getCurrent().setLocale(locale);
    UI.getCurrent().getPage().reload();
  }
}
