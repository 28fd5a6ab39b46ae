package org.assay.console.frame;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Person;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Navigation by role on the left; search, who is signed in, the language and the look on top.
public class Frame extends AppLayout implements AfterNavigationObserver {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient Person person;
  private final H1 title = new H1();
  private final Main content = new Main();
  private @Nullable SideNavItem inbox;

  @Inject
  public Frame(Server server) {
    this.server = server;
    this.person = server.person();
    title.setId("page-title");
    title.addClassName("page-title");
    content.setId("content");
    content.addClassName("content");
    content.getElement().setAttribute("tabindex", "-1");
    var spacer = new Span();
    spacer.addClassName("spacer");
    var drawer = new DrawerToggle();
    drawer.setAriaLabel(Texts.text("nav.toggle"));
    addToNavbar(skipLink(), drawer, title, spacer, new Search(server), new AccountMenu(person));
    addToDrawer(brand(), navigation());
    if (person.isAny("admin", "auditor")) {
      addToDrawer(administration());
    }
    setPrimarySection(Section.DRAWER);
  }

  @Override
  public void showRouterLayoutContent(HasElement page) {
    content.removeAll();
    content.getElement().appendChild(page.getElement());
    setContent(content);
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement page) {
    content.removeAll();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var page = event.getActiveChain().getFirst();
    title.setText(page instanceof HasDynamicTitle titled ? titled.getPageTitle() : "");
    Paper.prepare();
    if (inbox != null) {
      inbox.setSuffixComponent(waiting());
    }
  }

  /// The first stop of the Tab key: past the navigation, to the page.
  private static Anchor skipLink() {
    var skip = new Anchor("#content", Texts.text("nav.skip"));
    skip.setId("skip");
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    skip.getElement()
        .executeJs(
            """
            this.addEventListener('click', event => {
              event.preventDefault();
              document.getElementById('content').focus();
            });
            """);
    return skip;
  }

  private static Div brand() {
    var name = new Anchor("", "Assay");
    name.addClassName("brand-name");
    var brand = new Div(name, new Span(Texts.text("brand.line")));
    brand.addClassName("brand");
    return brand;
  }

  private SideNav navigation() {
    var nav = new SideNav();
    nav.setId("navigation");
    nav.getElement().setAttribute("aria-label", Texts.text("nav.label"));
    var dashboard = item("nav.dashboard", Paths.DASHBOARD, VaadinIcon.DASHBOARD);
    dashboard.setMatchNested(false);
    nav.addItem(dashboard);
    if (person.is("reviewer")) {
      inbox = item("nav.inbox", Paths.INBOX, VaadinIcon.INBOX);
      nav.addItem(inbox);
    }
    nav.addItem(item("nav.models", Paths.MODELS, VaadinIcon.CUBES));
    nav.addItem(item("nav.versions", Paths.VERSIONS, VaadinIcon.TAGS));
    if (person.isAny("owner", "reviewer", "admin", "auditor")) {
      nav.addItem(item("nav.datasets", Paths.DATASETS, VaadinIcon.TABLE));
      nav.addItem(item("nav.grants", Paths.GRANTS, VaadinIcon.KEY));
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

  private static SideNav administration() {
    var admin = new SideNav(Texts.text("nav.admin"));
    admin.setId("nav-admin");
    admin.addItem(item("nav.policies", Paths.POLICIES, VaadinIcon.BOOK));
    admin.addItem(item("nav.people", Paths.PEOPLE, VaadinIcon.USERS));
    admin.addItem(item("nav.parts", Paths.PARTS, VaadinIcon.HEART));
    return admin;
  }

  private static SideNavItem item(String key, String path, VaadinIcon icon) {
    var item = new SideNavItem(Texts.text(key), path, icon.create());
    item.setId(key.replace('.', '-'));
    item.setMatchNested(true);
    return item;
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
