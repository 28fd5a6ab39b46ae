package org.assay.console.datasets;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import org.assay.api.datasets.DatasetView;
import org.assay.api.datasets.GrantView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;

/// Who may read the dataset, for what and until when; asking, deciding, ending.
class GrantsPanel extends Panel {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private final transient Runnable again;
  private final boolean isOwner;

  GrantsPanel(Server server, DatasetView dataset, boolean isOwner, Runnable again) {
    super(Texts.text("datasets.grants"));
    this.server = server;
    this.again = again;
    this.isOwner = isOwner;
    try {
      add(grants(server.datasets().grants(dataset.id())));
    } catch (Refusal refusal) {
      if (refusal.status() != 403) {
        throw refusal;
      }
      add(Announcements.words(refusal));
    }
    if (!isOwner) {
      var ask =
          new Button(
              Texts.text("datasets.ask"), click -> new GrantDialog(server, dataset, again).open());
      ask.setId("ask-grant");
      add(ask);
    }
  }

  private Grid<GrantView> grants(List<GrantView> grants) {
    var grid = Lists.table("grants", Texts.text("datasets.noGrants"), grants);
    grid.addClassName("two-lines");
    grid.addColumn(GrantView::grantee).setHeader(Texts.text("datasets.grantee"));
    grid.addComponentColumn(GrantCells::why)
        .setHeader(Texts.text("datasets.purpose"))
        .setFlexGrow(2);
    grid.addComponentColumn(GrantCells::state).setHeader(Texts.text("field.state"));
    grid.addComponentColumn(GrantCells::end).setHeader(Texts.text("datasets.ends"));
    grid.addComponentColumn(grant -> new GrantButtons(server, grant, isOwner, again))
        .setHeader(Texts.text("releases.act"))
        .setAutoWidth(true);
    return grid;
  }
}
