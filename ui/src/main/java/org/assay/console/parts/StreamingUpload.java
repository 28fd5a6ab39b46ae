package org.assay.console.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.assay.console.server.Refusal;
import org.jboss.logging.Logger;

/// Takes files by drag and drop and passes each on as it comes: nothing is kept in memory or on
/// disk here. A stopped or refused file says so; the same file may simply be sent again.
public class StreamingUpload extends Upload {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(StreamingUpload.class);

  /// Where a file goes.
  @FunctionalInterface
  public interface Target {
    void send(String fileName, InputStream content);
  }

  private final transient Target target;
  private final transient List<Refusal> refusals = new ArrayList<>();

  /// @param whenDone run when all files chosen at once are through, well or not
  public StreamingUpload(String id, Target target, Runnable whenDone) {
    this.target = target;
    setId(id);
    setUploadHandler(this::receive);
    setUploadFormat(UploadFormat.RAW);
    setDropAllowed(true);
    setWidthFull();
    var choose = new Button(Texts.text("upload.choose"));
    choose.setId(id + "-choose");
    setUploadButton(choose);
    setDropLabel(new Span(Texts.text("upload.drop")));
    setI18n(words());
    addAllFinishedListener(
        finished -> {
          tell();
          whenDone.run();
        });
  }

  private void receive(UploadEvent event) {
    try (var content = event.getInputStream()) {
      target.send(event.getFileName(), content);
    } catch (Refusal refusal) {
      refuse(refusal);
      event.reject(refusal.problem().detail());
    } catch (ProcessingException | IOException broken) {
      LOG.warnf("Upload of %s broke off: %s", event.getFileName(), broken.getMessage());
      event.reject(Texts.text("upload.brokeOff"));
    }
  }

  private synchronized void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  private synchronized void tell() {
    refusals.forEach(Announcements::refused);
    refusals.clear();
  }

  private static UploadI18N words() {
    var words = new UploadI18N();
    words.setError(
        new UploadI18N.Error()
            .setTooManyFiles(Texts.text("upload.tooMany"))
            .setFileIsTooBig(Texts.text("upload.tooBig"))
            .setIncorrectFileType(Texts.text("upload.wrongType")));
    words.setUploading(
        new UploadI18N.Uploading()
            .setStatus(
                new UploadI18N.Uploading.Status()
                    .setConnecting(Texts.text("upload.connecting"))
                    .setStalled(Texts.text("upload.stalled"))
                    .setProcessing(Texts.text("upload.processing"))
                    .setHeld(Texts.text("upload.held")))
            .setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                    .setPrefix(Texts.text("upload.remaining"))
                    .setUnknown(Texts.text("upload.remainingUnknown")))
            .setError(
                new UploadI18N.Uploading.Error()
                    .setServerUnavailable(Texts.text("upload.brokeOff"))
                    .setUnexpectedServerError(Texts.text("upload.failed"))
                    .setForbidden(Texts.text("upload.failed"))));
    return words;
  }
}
