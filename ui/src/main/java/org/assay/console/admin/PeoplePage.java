package org.assay.console.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.assay.api.people.PersonView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Badges;
import org.assay.console.parts.ForRoles;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Server;

/// Who has which role, as Keycloak knows it now; it is changed there.
@Route(value = Paths.PEOPLE, layout = Frame.class)
@ForRoles({"admin", "auditor"})
public class PeoplePage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private final transient Server server;
  private final Grid<PersonView> grid =
      Lists.table("people", Texts.text("people.empty"), List.of());

  @Inject
  public PeoplePage(Server server, SignInConfig signIn) {
    this.server = server;
    addClassName("page");
    columns();
    var link = new Anchor(signIn.administration(), signIn.administration());
    link.setId("people-keycloak");
    link.setTarget(AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    add(Notice.empty(Texts.text("people.about"), link), grid);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    grid.setItems(
        server.people().people().stream()
            .sorted(Comparator.comparing(PersonView::service).thenComparing(PersonView::name))
            .toList());
  }

  @Override
  public String getPageTitle() {
    return Texts.text("nav.people");
  }

  private void columns() {
    grid.addColumn(PersonView::name).setHeader(Texts.text("field.name")).setFlexGrow(2);
    grid.addColumn(PersonView::subject).setHeader(Texts.text("people.subject")).setFlexGrow(2);
    grid.addComponentColumn(PeoplePage::roles).setHeader(Texts.text("people.roles")).setFlexGrow(3);
    grid.addColumn(person -> Texts.text(person.service() ? "people.application" : "people.person"))
        .setHeader(Texts.text("people.kind"))
        .setAutoWidth(true);
    grid.addComponentColumn(
            person ->
                person.enabled()
                    ? Badges.badge(Texts.text("people.enabled"), Badges.Tone.GOOD)
                    : Badges.badge(Texts.text("people.disabled"), Badges.Tone.NEUTRAL))
        .setHeader(Texts.text("field.state"))
        .setAutoWidth(true);
  }

  private static Component roles(PersonView person) {
    var line = new Div();
    line.addClassName("badges");
    person.roles().forEach(role -> line.add(Badges.badge(role(role), Badges.Tone.NEUTRAL)));
    return line;
  }

  private static String role(String role) {
    return switch (role) {
      case "owner", "reviewer", "admin", "auditor", "consumer", "serving" ->
          Texts.text("role." + role);
      default -> role;
    };
  }
}
