package org.assay.server.registry;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.util.List;
import org.assay.api.audit.EventView;
import org.assay.api.models.Card;
import org.assay.api.models.FileView;
import org.assay.api.models.NewVersion;
import org.assay.api.models.VersionView;
import org.assay.api.models.VersionsApi;
import org.assay.server.audit.Events;
import org.assay.server.files.FilesConfig;
import org.assay.server.files.StoredFile;
import org.assay.server.files.StoredFiles;
import org.assay.server.identity.Caller;
import org.assay.server.identity.CurrentCaller;
import org.assay.server.identity.Role;
import org.assay.server.web.Refusal;
import org.assay.server.web.Sentence;

@RolesAllowed({Role.OWNER, Role.REVIEWER, Role.ADMIN, Role.AUDITOR})
class VersionsEndpoint implements VersionsApi {
  private final Versions versions;
  private final StoredFiles files;
  private final FilesConfig limits;
  private final Events events;
  private final CurrentCaller caller;

  VersionsEndpoint(
      Versions versions,
      StoredFiles files,
      FilesConfig limits,
      Events events,
      CurrentCaller caller) {
    this.versions = versions;
    this.files = files;
    this.limits = limits;
    this.events = events;
    this.caller = caller;
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public VersionView create(String name, NewVersion version) {
    return versions.create(name, version.card(), caller.get());
  }

  @Override
  public List<VersionView> list(String name) {
    return versions.list(name);
  }

  @Override
  public VersionView get(String name, int number) {
    return versions.view(name, number);
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public VersionView changeCard(String name, int number, Card card) {
    return versions.changeCard(name, number, card, caller.get());
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public FileView upload(String name, int number, String file, InputStream content) {
    Caller by = caller.get();
    if (!file.matches("[A-Za-z0-9._-]{1,128}") || file.equals(".") || file.equals("..")) {
      throw new Refusal.Invalid(
          Sentence.of("registry.file-name"), Sentence.of("registry.file-name.remedy"));
    }
    versions.requireOpenForFiles(name, number, by);
    StoredFile stored = files.store(content, limits.maximumModelFile());
    return versions.addFile(name, number, file, stored, by);
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public void removeFile(String name, int number, String file) {
    versions.removeFile(name, number, file, caller.get());
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public VersionView seal(String name, int number) {
    return versions.seal(name, number, caller.get());
  }

  @Override
  @RolesAllowed(Role.OWNER)
  public VersionView withdraw(String name, int number) {
    return versions.withdraw(name, number, caller.get());
  }

  @Override
  public List<EventView> events(String name, int number) {
    versions.get(name, number);
    return events.ofVersion(name, number, caller.get());
  }
}
