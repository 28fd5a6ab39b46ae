package org.assay.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.assay.api.Problem;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
  private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

  @Test
  void aProblemKeepsItsSentenceAndItsRemedy() {
    var problem =
        new Problem(
            "urn:assay:problem:conflict-of-interest",
            "Conflict of interest",
            403,
            "You own this model.",
            "Ask another reviewer.",
            "id-1",
            List.of());
    var refusal = new Refusal(ProblemMapper.read(403, PROBLEM, () -> problem));
    assertThat(refusal).hasMessage("You own this model.");
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.remedy()).contains("Ask another reviewer.");
  }

  @Test
  void aForeignPageIsNotShown() {
    var problem =
        ProblemMapper.read(
            502,
            MediaType.TEXT_HTML_TYPE,
            () -> new Problem("", "", 0, "<html>", null, null, null));
    assertThat(problem.status()).isEqualTo(502);
    assertThat(problem.detail()).isEqualTo("Bad Gateway (502)");
  }

  @Test
  void aProblemThatCannotBeReadIsToldByItsStatus() {
    var problem =
        ProblemMapper.read(
            500,
            PROBLEM,
            () -> {
              throw new ProcessingException("broken JSON");
            });
    assertThat(problem.detail()).isEqualTo("Internal Server Error (500)");
    assertThat(ProblemMapper.read(409, PROBLEM, () -> null).detail()).isEqualTo("Conflict (409)");
  }

  @Test
  void anEmptyAnswerIsNothingOnlyWhereTheServerSaysSo() {
    assertThat(Server.ifThere(() -> 1)).contains(1);
    assertThat(
            Server.ifThere(
                () -> {
                  throw new Refusal(ProblemMapper.bare(404));
                }))
        .isEmpty();
  }
}
