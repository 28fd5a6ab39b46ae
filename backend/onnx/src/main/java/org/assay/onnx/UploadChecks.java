package org.assay.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names, sizes and kinds of the files, and which of them holds the graph.
final class UploadChecks {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final String EXTENSION = ".onnx";

  private final InspectionLimits limits;
  private final Findings findings;

  UploadChecks(InspectionLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  static boolean isAllowed(String name) {
    return NAME.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  /// The file with the graph, where there is exactly one; findings say what is wrong.
  Optional<ModelFile> mainFile(List<ModelFile> files) {
    checkCount(files);
    if (findings.anyBlocking()) {
      return Optional.empty();
    }
    checkNames(files);
    checkTotal(files);
    if (findings.anyBlocking()) {
      return Optional.empty();
    }
    List<ModelFile> models =
        files.stream()
            .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(EXTENSION))
            .toList();
    if (models.size() == 1) {
      checkModel(models.getFirst());
      return Optional.of(models.getFirst());
    }
    if (models.isEmpty()) {
      files.forEach(file -> FileSignature.of(file.name(), head(file)).ifPresent(findings::add));
    }
    findings.add(
        Finding.blocking(
            models.isEmpty() ? "no-model-file" : "several-model-files",
            "The upload has %d files that end in .onnx: one of them is expected."
                .formatted(models.size()),
            "Upload one .onnx file, with its files of external data beside it."));
    return Optional.empty();
  }

  private void checkCount(List<ModelFile> files) {
    if (files.size() > limits.maximumFiles()) {
      findings.add(
          Finding.blocking(
              "too-many-files",
              "The upload has more than %d files.".formatted(limits.maximumFiles()),
              "Leave out what the model does not need, or save its external data in one file."));
    }
  }

  private void checkNames(List<ModelFile> files) {
    Set<String> seen = new HashSet<>();
    for (ModelFile file : files) {
      if (!file.regular()) {
        findings.add(
            Finding.blocking(
                "not-a-file",
                "\"%s\" is a link, a folder or a device.".formatted(Printable.of(file.name())),
                "Upload plain files, without folders."));
      }
      if (!isAllowed(file.name())) {
        findings.add(
            Finding.blocking(
                "file-name",
                "\"%s\" is no allowed name: 1 to 128 of A-Z, a-z, 0-9, dot, underscore and hyphen."
                    .formatted(Printable.of(file.name())),
                "Rename the file; rename it inside the model as well where it holds external data."));
      }
      if (!seen.add(file.name().toLowerCase(Locale.ROOT))) {
        findings.add(
            Finding.blocking(
                "file-name-twice",
                "Two files are named \"%s\", but for upper and lower case."
                    .formatted(Printable.of(file.name())),
                "Give each file its own name."));
      }
    }
  }

  private void checkTotal(List<ModelFile> files) {
    long total = 0;
    for (ModelFile file : files) {
      total = Math.addExact(total, Math.min(file.size(), Long.MAX_VALUE / (files.size() + 1)));
    }
    if (total > limits.maximumTotalBytes()) {
      findings.add(
          Finding.blocking(
              "upload-too-large",
              "The files hold %d bytes together; the limit is %d."
                  .formatted(total, limits.maximumTotalBytes()),
              "Make the model smaller, or ask the administrator to raise the limit."));
    }
  }

  private void checkModel(ModelFile file) {
    if (file.size() > limits.maximumModelBytes()) {
      findings.add(
          Finding.blocking(
              "model-file-too-large",
              "\"%s\" holds %d bytes; the limit is %d, and protobuf reads no file of 2 GiB."
                  .formatted(file.name(), file.size(), limits.maximumModelBytes()),
              "Save large tensors as external data (onnx.save_model, save_as_external_data=True)."));
    }
    FileSignature.of(file.name(), head(file)).ifPresent(findings::add);
  }

  private static byte[] head(ModelFile file) {
    try (InputStream in = file.content().open()) {
      return in.readNBytes(FileSignature.LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
