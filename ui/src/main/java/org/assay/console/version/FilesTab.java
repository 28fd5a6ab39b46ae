package org.assay.console.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.assay.api.models.FileView;
import org.assay.console.parts.Announcements;
import org.assay.console.parts.Confirmation;
import org.assay.console.parts.Digest;
import org.assay.console.parts.Facts;
import org.assay.console.parts.Lists;
import org.assay.console.parts.Numbers;
import org.assay.console.parts.Panel;
import org.assay.console.parts.StreamingUpload;
import org.assay.console.parts.Texts;
import org.assay.console.parts.Times;

/// The version's files: bring them, then seal them.
class FilesTab extends Div {
  private static final long serialVersionUID = 1L;
  private final transient VersionContext context;

  FilesTab(VersionContext context) {
    this.context = context;
    var open = context.isOwner() && context.isDraft() && !context.isSealed();
    add(new Panel(Texts.text("files.title"), files(open)));
    if (context.isSealed()) {
      add(seal());
    } else if (open) {
      add(bring(), toSeal());
    } else {
      add(new Paragraph(Texts.text("files.notSealed")));
    }
  }

  private Grid<FileView> files(boolean open) {
    var grid = Lists.table("files", Texts.text("files.empty"), context.version().files());
    grid.addColumn(FileView::name).setHeader(Texts.text("field.name")).setFlexGrow(2);
    grid.addColumn(file -> Numbers.bytes(file.size()))
        .setHeader(Texts.text("field.size"))
        .setAutoWidth(true);
    grid.addComponentColumn(file -> new Digest(file.sha256())).setHeader("SHA-256").setFlexGrow(2);
    if (open) {
      grid.addComponentColumn(this::removal).setAutoWidth(true);
    }
    return grid;
  }

  private Button removal(FileView file) {
    var remove = new Button(VaadinIcon.TRASH.create(), click -> askRemoval(file));
    remove.setId("remove-" + file.name());
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    remove.setAriaLabel(Texts.text("files.remove", file.name()));
    remove.setTooltipText(Texts.text("files.remove", file.name()));
    return remove;
  }

  private void askRemoval(FileView file) {
    new Confirmation(
            "remove",
            Texts.text("files.remove", file.name()),
            Texts.text("files.remove.text"),
            () -> remove(file))
        .destructive()
        .open();
  }

  private void remove(FileView file) {
    context.server().versions().removeFile(context.name(), context.number(), file.name());
    Announcements.done(Texts.text("files.removed", file.name()));
    context.reload().run();
  }

  private Component bring() {
    var upload =
        new StreamingUpload(
            "files-upload",
            (name, content) ->
                context
                    .server()
                    .versionUploads()
                    .upload(context.name(), context.number(), name, content),
            context.reload());
    return new Panel(
        Texts.text("files.bring"), new Paragraph(Texts.text("files.bring.text")), upload);
  }

  private Component toSeal() {
    var seal = new Button(Texts.text("files.seal"), click -> askSeal());
    seal.setId("seal");
    seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    seal.setEnabled(!context.version().files().isEmpty());
    return new Panel(Texts.text("files.seal"), new Paragraph(Texts.text("files.seal.text")), seal);
  }

  private void askSeal() {
    new Confirmation(
            "seal",
            Texts.text("files.seal"),
            Texts.text("files.seal.confirm", context.version().files().size()),
            this::sealNow)
        .open();
  }

  private void sealNow() {
    context.server().versions().seal(context.name(), context.number());
    Announcements.done(Texts.text("files.sealed"));
    context.reload().run();
  }

  private Component seal() {
    var digest = context.version().digest();
    var code = new Code(digest == null ? "" : digest);
    code.setId("version-digest");
    return new Panel(
        Texts.text("files.sealed"),
        new Facts()
            .fact("field.digest", code)
            .fact("files.sealedAt", Times.atOrDash(context.version().sealedAt())));
  }
}
