package org.assay.console.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assay.api.models.ModelSort;
import org.assay.api.models.ModelView;
import org.assay.api.overview.VersionSummary;
import org.assay.console.parts.Badges;
import org.assay.console.parts.Paths;
import org.assay.console.parts.Texts;
import org.assay.console.server.Refusal;
import org.assay.console.server.Server;
import org.jspecify.annotations.Nullable;

/// Finds models and versions by name, number or digest, from any page: Ctrl-K or `/`, then arrow
/// keys and Enter.
class Search extends ComboBox<Search.Hit> {
  private static final long serialVersionUID = 1L;
  private static final int EACH = 8;

  /// The field asks for the number of hits and then for the hits: one look serves both.
  private static final Duration FRESH = Duration.ofSeconds(3);

  /// Something found.
  sealed interface Hit {
    /// A model.
    record Model(ModelView model) implements Hit {}

    /// A version of a model.
    record Version(VersionSummary version) implements Hit {}

    /// Words in place of a hit: nothing was found, or the server is away.
    record Nothing(String sentence) implements Hit {}
  }

  private final transient Server server;
  private transient String lastText = "";
  private transient Instant lookedAt = Instant.EPOCH;
  private transient @Nullable List<Hit> last;

  Search(Server server) {
    this.server = server;
    setId("search");
    addClassName("search");
    setPlaceholder(Texts.text("search.placeholder"));
    setAriaLabel(Texts.text("search.label"));
    setPrefixComponent(VaadinIcon.SEARCH.create());
    setOverlayWidth("32rem");
    setItemLabelGenerator(Search::label);
    setRenderer(new ComponentRenderer<>(Search::line));
    setItems(this::fetch, query -> hits(query).size());
    addValueChangeListener(change -> open(change.getValue()));
  }

  /// The keys are heard by the browser, so that they work while the server answers something else.
  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    getElement()
        .executeJs(
            """
            const field = this;
            if (window.assaySearchKeys) document.removeEventListener('keydown', window.assaySearchKeys);
            window.assaySearchKeys = event => {
              const target = event.composedPath()[0];
              const writing = target.matches && target.matches('input, textarea, [contenteditable]');
              const asked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
                || event.key === '/' && !writing && !event.ctrlKey && !event.altKey && !event.metaKey;
              if (asked) { event.preventDefault(); field.focus(); }
            };
            document.addEventListener('keydown', window.assaySearchKeys);
            """);
  }

  private Stream<Hit> fetch(Query<Hit, String> query) {
    return hits(query).stream().skip(query.getOffset()).limit(query.getLimit());
  }

  private List<Hit> hits(Query<Hit, String> query) {
    var text = query.getFilter().orElse("").strip();
    var known = last;
    var now = Instant.now();
    if (known != null && text.equals(lastText) && now.isBefore(lookedAt.plus(FRESH))) {
      return known;
    }
    lastText = text;
    lookedAt = now;
    known = look(text);
    last = known;
    return known;
  }

  private List<Hit> look(String text) {
    try {
      var asked = text.isEmpty() ? null : text;
      List<Hit> hits = new ArrayList<>();
      if (asked != null) {
        server
            .models()
            .list(asked, null, null, null, ModelSort.NAME, false, 0, EACH)
            .items()
            .forEach(model -> hits.add(new Hit.Model(model)));
      }
      server
          .overview()
          .versions(asked, null, null, null, false, 0, EACH)
          .items()
          .forEach(version -> hits.add(new Hit.Version(version)));
      return hits.isEmpty()
          ? List.of(new Hit.Nothing(Texts.text("search.nothing", text)))
          : List.copyOf(hits);
    } catch (Refusal | ProcessingException away) {
      return List.of(new Hit.Nothing(Texts.text("search.away")));
    }
  }

  private void open(@Nullable Hit hit) {
    if (hit == null) {
      return;
    }
    clear();
    switch (hit) {
      case Hit.Model found -> go(Paths.model(found.model().name()));
      case Hit.Version found ->
          go(Paths.version(found.version().model(), found.version().number()));
      case Hit.Nothing ignored -> {}
    }
  }

  private void go(String path) {
    getUI().ifPresent(ui -> ui.navigate(path));
  }

  private static String label(Hit hit) {
    return switch (hit) {
      case Hit.Model found -> found.model().name();
      case Hit.Version found ->
          Texts.text(
              "version.name", found.version().model(), Integer.toString(found.version().number()));
      case Hit.Nothing nothing -> nothing.sentence();
    };
  }

  private static Component line(Hit hit) {
    var line = new Div(new Span(label(hit)));
    line.addClassName("search-hit");
    switch (hit) {
      case Hit.Model found -> line.add(note(found.model().purpose()));
      case Hit.Version found -> {
        var digest = found.version().digest();
        line.add(
            Badges.stage(found.version().stage()),
            note(digest == null ? "" : digest.substring(0, Math.min(12, digest.length()))));
      }
      case Hit.Nothing ignored -> line.addClassName("muted");
    }
    return line;
  }

  private static Span note(String text) {
    var note = new Span(text);
    note.addClassNames("muted", "search-note");
    return note;
  }
}
