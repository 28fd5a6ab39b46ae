package org.assay.worker;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.worker.protocol.AnswerWriter;
import org.assay.worker.protocol.ProtocolException;
import org.assay.worker.protocol.ReceivedTask;
import org.assay.worker.protocol.WorkerAnswer;

/// One task from standard input, its answer to standard output, and the end. Everything else that
/// is printed goes to standard error.
public final class Main {
  private static final int ORPHANED = 4;

  private Main() {}

  /// @param arguments none
  /// @throws IOException when the task cannot be read or the answer not be written
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    AnswerWriter answers = new AnswerWriter(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    InputStream in = new BufferedInputStream(System.in, 1 << 16);
    Path folder = Files.createDirectories(Path.of("files").toAbsolutePath());
    WorkerAnswer answer;
    try {
      ReceivedTask task = ReceivedTask.read(in, folder);
      Thread.ofPlatform().daemon().name("orphan-watch").start(() -> haltAtEnd(in));
      answer = Tasks.perform(task, progress -> send(answers, progress));
    } catch (ProtocolException e) {
      answer =
          new WorkerAnswer.Refusal("protocol", String.valueOf(e.getMessage()), "Send one task.");
    }
    answers.write(answer);
    Runtime.getRuntime().halt(0);
  }

  private static void send(AnswerWriter answers, WorkerAnswer answer) {
    try {
      answers.write(answer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Whoever asked holds our input open; when it closes, nobody waits for the answer.
  private static void haltAtEnd(InputStream in) {
    try {
      while (in.read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (IOException closed) {
      Runtime.getRuntime().halt(ORPHANED);
    }
    Runtime.getRuntime().halt(ORPHANED);
  }
}
