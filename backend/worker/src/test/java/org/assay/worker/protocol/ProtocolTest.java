package org.assay.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assay.onnx.ModelFile;
import org.assay.onnx.Models;
import org.assay.worker.LoansFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTest {
  @TempDir private Path folder;

  @Test
  void aRequestArrivesAsItWasSent() throws IOException {
    Table table = LoansFixture.table(20_000);
    byte[] weights = new byte[300_000];
    Arrays.fill(weights, (byte) 7);
    byte[] model = Models.logistic().build().toByteArray();
    WorkerRequest request =
        new WorkerRequest(
            LoansFixture.explain(),
            List.of(ModelFile.of("weights.bin", weights), ModelFile.of("model.onnx", model)),
            table);
    ReceivedTask received = ReceivedTask.read(new ByteArrayInputStream(sent(request)), folder);
    assertThat(received.task()).isEqualTo(request.task());
    assertThat(received.model()).isEqualTo(model);
    assertThat(Files.readAllBytes(folder.resolve("weights.bin"))).isEqualTo(weights);
    Column.Numbers income = (Column.Numbers) received.table().columns().getFirst();
    assertThat(income.values()).isEqualTo(((Column.Numbers) table.columns().getFirst()).values());
    Column.Texts group = (Column.Texts) received.table().column("group").orElseThrow();
    assertThat(group.dictionary()).containsExactly("a", "b");
    assertThat(group.codes()).isEqualTo(((Column.Texts) table.columns().get(3)).codes());
  }

  @Test
  void anAuditIsWrittenInTheShapeOfTheContract() throws IOException {
    String json = TaskHeader.JSON.writeValueAsString(LoansFixture.audit());
    assertThat(new ObjectMapper().readTree(json))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"task":"audit","mapping":{"inputs":[{"input":"x","columns":["income","debt"]}],
                     "encodings":{"debt":{"kind":"categories","codes":{"low":0.0,"high":1.0}}},
                     "output":{"name":"probability","kind":"score","index":0,"threshold":0.5}},
                     "label":"paid","favourable":"1","attributes":["group"],"references":{"group":"a"},
                     "minimumGroupSize":10,"level":0.95,
                     "limits":{"threads":1,"runMillis":20000,"batchRows":4096,"foldedBytes":67108864}}
                    """));
  }

  @Test
  void aFileNamedOutsideTheFolderIsRefused() throws IOException {
    WorkerRequest request =
        new WorkerRequest(
            new WorkerTask.Probe(RunLimits.DEFAULT),
            List.of(
                ModelFile.of("model.onnx", new byte[1]), ModelFile.of("../outside", new byte[1])),
            null);
    byte[] sent = sent(request);
    assertThatThrownBy(() -> ReceivedTask.read(new ByteArrayInputStream(sent), folder))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void aRequestCutShortIsAnErrorAtEveryLength() throws IOException {
    byte[] sent =
        sent(
            new WorkerRequest(
                LoansFixture.audit(),
                LoansFixture.files(Models.logistic()),
                LoansFixture.table(3)));
    for (int length = 0; length < sent.length; length++) {
      byte[] cut = Arrays.copyOf(sent, length);
      assertThatThrownBy(() -> ReceivedTask.read(new ByteArrayInputStream(cut), folder))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void answersArriveInOrderAndALargeResultInOnePiece() throws IOException {
    byte[] large =
        "{\"text\":\"%s\"}".formatted("x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnswerWriter writer = new AnswerWriter(out);
    writer.write(new WorkerAnswer.Progress(0.5, "half"));
    writer.write(new WorkerAnswer.Refusal("missing-column", "no column", "add it"));
    writer.write(new WorkerAnswer.Result(large));
    AnswerReader reader = new AnswerReader(new ByteArrayInputStream(out.toByteArray()));
    assertThat(reader.next()).contains(new WorkerAnswer.Progress(0.5, "half"));
    assertThat(reader.next())
        .contains(new WorkerAnswer.Refusal("missing-column", "no column", "add it"));
    assertThat(((WorkerAnswer.Result) reader.next().orElseThrow()).json()).isEqualTo(large);
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void whatIsNoAnswerIsAProtocolErrorAndTakesNoMemory() {
    refused(new byte[] {99, 0, 0, 0, 0});
    refused(new byte[] {3, 127, -1, -1, -1});
    refused(new byte[] {3, -1, -1, -1, -1});
    refused(new byte[] {0, 0, 0, 0, 0});
    assertThatThrownBy(
            () -> new AnswerReader(new ByteArrayInputStream(new byte[] {3, 0, 0, 0, 9})).next())
        .isInstanceOf(EOFException.class);
  }

  @Test
  void aTableHoldsItsRules() {
    assertThatThrownBy(
            () ->
                Table.of(
                    new Column.Numbers("a", new double[2]), new Column.Numbers("b", new double[3])))
        .hasMessageContaining("column \"b\" has 3 rows and the table has 2");
    assertThatThrownBy(
            () ->
                Table.of(
                    new Column.Numbers("a", new double[2]), new Column.Numbers("a", new double[2])))
        .hasMessageContaining("\"a\" twice");
    assertThatThrownBy(() -> new Column.Texts("c", List.of("x"), new int[] {1}))
        .hasMessageContaining("allowed are -1 (missing) to 0");
    assertThatThrownBy(() -> new Column.Texts("c", List.of("x", "x"), new int[] {1}))
        .hasMessageContaining("lists a text twice");
    assertThatThrownBy(Table::of).hasMessageContaining("at least one row");
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> new AnswerReader(new ByteArrayInputStream(bytes)).next())
        .isInstanceOf(ProtocolException.class);
  }

  private static byte[] sent(WorkerRequest request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RequestWriter(out).write(request);
    return out.toByteArray();
  }
}
