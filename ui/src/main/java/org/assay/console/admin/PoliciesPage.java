package org.assay.console.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import org.assay.api.policies.PolicyPackView;
import org.assay.api.policies.PolicyPackView.Control;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.ForRoles;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// The policy packs in force: each control with its source and the check itself.
@Route(value = Paths.POLICIES, layout = Frame.class)
@ForRoles({"admin", "auditor"})
public class PoliciesPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private final transient Server server;

  @Inject
  public PoliciesPage(Server server) {
    this.server = server;
    addClassName("page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    var packs = server.policies().list();
    add(
        packs.isEmpty()
            ? Notice.empty(Texts.text("policies.empty"))
            : Notice.empty(Texts.text("policies.about")));
    packs.forEach(pack -> add(pack(pack)));
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.policies");
  }

  private static Section pack(PolicyPackView pack) {
    var locale = UI.getCurrent().getLocale();
    var title = new H2(Texts.inLanguage(pack.title(), locale));
    var facts =
        new Facts()
            .fact("policies.pack", pack.pack() + " " + pack.version())
            .fact("policies.source", pack.source())
            .fact("field.digest", new Digest(pack.digest()));
    var grid =
        Lists.table("pack-" + pack.pack(), Texts.text("policies.noControls"), pack.controls());
    grid.addComponentColumn(PoliciesPage::control)
        .setHeader(Texts.text("policies.control"))
        .setFlexGrow(3);
    grid.addComponentColumn(control -> wrapped(control.citation()))
        .setHeader(Texts.text("policies.citation"))
        .setFlexGrow(2);
    grid.addComponentColumn(control -> Badges.severity(control.severity()))
        .setHeader(Texts.text("policies.severity"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(Control::phase)
        .setHeader(Texts.text("policies.phase"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(PoliciesPage::check)
        .setHeader(Texts.text("policies.check"))
        .setFlexGrow(4);
    var section = new Section(title, facts, grid);
    section.addClassName("panel");
    return section;
  }

  private static Component control(Control control) {
    var title = wrapped(Texts.inLanguage(control.title(), UI.getCurrent().getLocale()));
    var id = new Div(control.id());
    id.addClassName("muted");
    return new Div(title, id);
  }

  private static Component check(Control control) {
    var check = new Code(control.check());
    check.addClassNames("wrap", "cel");
    return check;
  }

  private static Span wrapped(String text) {
    var span = new Span(text);
    span.addClassName("wrap");
    return span;
  }
}
