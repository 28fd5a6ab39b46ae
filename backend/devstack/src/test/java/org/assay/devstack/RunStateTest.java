package org.assay.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

  private static final RunState.Entry ME = RunState.Entry.of("me", ProcessHandle.current(), "TERM");
  private static final RunState.Entry GONE = new RunState.Entry("gone", 4_000_000L, 1, "INT");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("a/state.json");
    RunState state = new RunState(ME, true, List.of(ME, GONE));
    state.write(file);
    assertThat(RunState.read(file)).contains(state);
    assertThat(RunState.read(folder.resolve("none.json"))).isEmpty();
  }

  @Test
  void aFileThatIsNoStateIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("state.json"), "{");
    assertThatThrownBy(() -> RunState.read(file))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aLaterProcessWithTheSameNumberIsNotTakenForOurs() {
    assertThat(ME.running()).isPresent();
    RunState.Entry earlier =
        new RunState.Entry("me", ME.pid(), ME.started() - Duration.ofHours(1).toMillis(), "TERM");
    assertThat(earlier.running()).isEmpty();
  }

  @Test
  void theStackIsUpWhileItsOwnerRunsOrItsPartsDoAfterItLeftOnPurpose() {
    assertThat(new RunState(ME, false, List.of()).up()).isTrue();
    assertThat(new RunState(GONE, true, List.of(GONE, ME)).up()).isTrue();
    assertThat(new RunState(GONE, false, List.of(ME)).up()).as("its up was killed").isFalse();
    assertThat(new RunState(GONE, true, List.of(GONE)).up()).isFalse();
  }

  @Test
  void endingTakesChildrenOfChildrenToo() throws IOException {
    Child child =
        Child.start(
            new Program(
                "parent",
                List.of("sh", "-c", "sleep 300 & sleep 300; true"),
                java.util.Map.of(),
                folder,
                folder.resolve("log"),
                "TERM"));
    child.await(Duration.ofSeconds(10), () -> child.handle().descendants().count() == 2);
    List<ProcessHandle> family = child.handle().descendants().toList();
    Parts.end(List.of(RunState.Entry.of("parent", child.handle(), "TERM")));
    assertThat(child.handle().isAlive()).isFalse();
    assertThat(family).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void anAppThatFailsShowsTheEndOfItsLog() {
    Program failing =
        new Program(
            "failing",
            List.of("sh", "-c", "echo the reason; exit 3"),
            java.util.Map.of(),
            folder,
            folder.resolve("failing.log"),
            "TERM");
    assertThatThrownBy(() -> Child.run(failing, Duration.ofSeconds(10)))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("failing ended with status 3")
        .hasMessageContaining("the reason");
  }
}
