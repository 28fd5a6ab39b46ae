package org.assay.console.datasets;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.assay.api.datasets.DatasetView;
import org.assay.console.frame.Frame;
import org.assay.console.parts.Addresses;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Notice;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.Paths;
import org.assay.console.parts.StreamingUpload;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;
import org.assay.console.server.Server;

/// One dataset: its content, the sensitivity of its columns, who may read it, and masked rows.
@Route(value = "datasets/:id", layout = Frame.class)
public class DatasetPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient Server server;
  private String title = "";
  private boolean isReads;

  @Inject
  public DatasetPage(Server server) {
    this.server = server;
    addClassName("page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    isReads =
        event.getLocation().getQueryParameters().getSingleParameter("tab").stream()
            .anyMatch("reads"::equals);
    show(
        event
            .getRouteParameters()
            .get("id")
            .flatMap(DatasetPage::id)
            .orElseThrow(NotFoundException::new));
  }

  @Override
  public String getPageTitle() {
    return title;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private void show(UUID id) {
    var dataset = server.datasets().get(id);
    title = dataset.name();
    removeAll();
    add(new H2(dataset.name()), facts(dataset));
    var isOwner = server.person().subject().equals(dataset.owner());
    if (isOwner || server.person().isAny("auditor", "admin")) {
      add(tabs(dataset));
      if (isReads) {
        add(new ReadsPanel(server, id));
        return;
      }
    }
    if (isOwner && !dataset.confirmed()) {
      add(content(dataset));
    }
    if (dataset.sha256() == null) {
      add(Notice.empty(Texts.text("datasets.noContent")));
      return;
    }
    Runnable again = () -> show(id);
    add(
        new ColumnsPanel(server, dataset, isOwner, again),
        new GrantsPanel(server, dataset, isOwner, again),
        new RowsPanel(server, dataset));
  }

  private Tabs tabs(DatasetView dataset) {
    var data = new Tab(Texts.text("datasets.tab.data"));
    data.setId("tab-data");
    var reads = new Tab(Texts.text("datasets.tab.reads"));
    reads.setId("tab-reads");
    var tabs = new Tabs(data, reads);
    tabs.setSelectedTab(isReads ? reads : data);
    tabs.addSelectedChangeListener(
        change -> {
          if (change.isFromClient()) {
            var path =
                tabs.getSelectedTab() == reads
                    ? Paths.reads(dataset.id())
                    : Paths.dataset(dataset.id());
            Addresses.open(this, path);
          }
        });
    return tabs;
  }

  private static Facts facts(DatasetView dataset) {
    var locale = UI.getCurrent().getLocale();
    var rows = dataset.rows();
    var size = dataset.size();
    return new Facts()
        .fact("field.description", dataset.description())
        .fact("field.owner", dataset.owner())
        .fact("datasets.content", dataset.format())
        .fact("datasets.rows", rows == null ? null : Numbers.count(rows, locale))
        .fact("field.size", size == null ? null : Numbers.bytes(size))
        .fact("field.digest", new Digest(dataset.sha256()))
        .fact("datasets.classified", DatasetsPage.classified(dataset))
        .fact("field.createdAt", Times.at(dataset.createdAt()));
  }

  private Component content(DatasetView dataset) {
    var upload =
        new StreamingUpload(
            "dataset-upload",
            (name, content) -> server.datasetUploads().upload(dataset.id(), content),
            () -> {
              Announcements.done(Texts.text("datasets.uploaded"));
              show(dataset.id());
            });
    upload.setMaxFiles(1);
    return new Panel(
        Texts.text("datasets.content"), new Paragraph(Texts.text("datasets.content.text")), upload);
  }
}
