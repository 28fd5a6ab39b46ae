package org.assay.console.frame;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Person;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Navigation by role on the left; who is signed in, the language and the zone on top.
public class Frame extends AppLayout implements AfterNavigationObserver {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient Person person;
  private final Span title = new Span();
  private @Nullable SideNavItem inbox;

  @Inject
  public Frame(Server server) {
    this.server = server;
    this.person = server.person();
    title.setId("page-title");
    title.addClassName("page-title");
    var spacer = new Span();
    spacer.addClassName("spacer");
    addToNavbar(new DrawerToggle(), title, spacer, account());
    addToDrawer(brand(), navigation());
    setPrimarySection(Section.DRAWER);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    title.setText(getContent() instanceof HasDynamicTitle page ? page.getPageTitle() : "");
    if (inbox != null) {
      inbox.setSuffixComponent(waiting());
    }
  }

  private static Div brand() {
    var name = new H1(new Anchor("", "Assay"));
    var brand = new Div(name, new Span(Texts.text("brand.line")));
    brand.addClassName("brand");
    return brand;
  }

  private SideNav navigation() {
    var nav = new SideNav();
    nav.setId("navigation");
    if (person.is("reviewer")) {
      inbox = item("nav.inbox", Paths.INBOX, VaadinIcon.INBOX);
      nav.addItem(inbox);
    }
    nav.addItem(item("nav.models", Paths.MODELS, VaadinIcon.CUBES));
    if (person.isAny("owner", "reviewer", "admin", "auditor")) {
      nav.addItem(item("nav.datasets", Paths.DATASETS, VaadinIcon.TABLE));
    }
    nav.addItem(item("nav.releases", Paths.RELEASES, VaadinIcon.ROCKET));
    if (person.isAny("auditor", "admin")) {
      nav.addItem(item("nav.audit", Paths.AUDIT, VaadinIcon.RECORDS));
    }
    if (person.isAny("owner", "admin", "auditor", "reviewer")) {
      nav.addItem(item("nav.jobs", Paths.JOBS, VaadinIcon.COGS));
    }
    return nav;
  }

  private static SideNavItem item(String key, String path, VaadinIcon icon) {
    var item = new SideNavItem(Texts.text(key), path, icon.create());
    item.setId(key.replace('.', '-'));
    item.setMatchNested(true);
    return item;
  }

  private MenuBar account() {
    var bar = new MenuBar();
    bar.setId("account");
    bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_END_ALIGNED);
    languages(bar.addItem(VaadinIcon.GLOBE.create(), Texts.text("account.language")));
    var who = bar.addItem(person.name());
    who.setId("account-person");
    var menu = who.getSubMenu();
    menu.addItem(Texts.text("account.subject", person.subject())).setEnabled(false);
    menu.addItem(Texts.text("account.roles", roles())).setEnabled(false);
    menu.addItem(Texts.text("account.zone", Times.zone(UI.getCurrent()))).setEnabled(false);
    menu.addSeparator();
    var leave = new Anchor("logout", Texts.text("account.leave"));
    leave.setRouterIgnore(true);
    leave.setId("sign-out");
    menu.addItem(leave);
    return bar;
  }

  private String roles() {
    return person.roles().stream()
        .filter(Roles.KNOWN::contains)
        .map(role -> Texts.text("role." + role))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static void languages(MenuItem item) {
    item.setId("language");
    language(item, "English", Locale.ENGLISH);
    language(item, "简体中文", Locale.SIMPLIFIED_CHINESE);
  }

  private static void language(MenuItem parent, String name, Locale locale) {
    var choice = parent.getSubMenu().addItem(name, click -> speak(locale));
    choice.setId("language-" + locale.getLanguage());
    choice.setCheckable(true);
    var current = UI.getCurrent().getLocale();
    choice.setChecked(current.getLanguage().equals(locale.getLanguage()));
  }

  private static void speak(Locale locale) {
    VaadinSession.getCurrent().setLocale(locale);
    UI.getCurrent().getPage().reload();
  }

  /// How many reviews wait for this person. The frame must stand even when the server is away, so
  /// no number is shown then; the page itself says why.
  private @Nullable Span waiting() {
    try {
      var total = server.reviews().list(null, true, 0, 1).total();
      return total == 0 ? null : Badges.badge(Long.toString(total), Badges.Tone.BUSY);
    } catch (Refusal | ProcessingException away) {
      return null;
    }
  }
}
