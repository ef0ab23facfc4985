package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workers in JVMs of their own, each of a program that tries one thing.
@Timeout(120)
final class JvmLauncherTest {
  private static final int KILLED = 137;

  @TempDir private Path folder;

  private final Heard heard = new Heard();
  private RunningWorker worker = new NoWorker();

  private RunningWorker start(String script) throws IOException {
    return start(Scripts.command(ScriptedWorker.class), script);
  }

  private RunningWorker start(List<String> command, String script) throws IOException {
    worker = new JvmLauncher(command, heard).start(7, Scripts.settings(script, folder));
    return worker;
  }

  private static WorkerExit exit(RunningWorker worker) throws Exception {
    return worker.ended().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  /// To the one child of this process.
  private static void signal(String name) throws Exception {
    var pid = ProcessHandle.current().children().findFirst().orElseThrow().pid();
    assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor())
        .isZero();
  }

  @AfterEach
  void leaveNothingBehind() {
    worker.close();
  }

  @Test
  void settingsArriveByThePipeAndNotOnTheCommandLine() throws Exception {
    var command = Scripts.command(ScriptedWorker.class);

    start(command, "echo");

    assertThat(heard.next()).isEqualTo("w7: 7 " + Scripts.settings("echo", folder));
    assertThat(String.join(" ", command)).doesNotContain("echo", folder.toString());
  }

  @Test
  void aWorkerEndsInOrderWhenItsLifeLineIsLetGo() throws Exception {
    start("echo");
    heard.next();

    worker.dismiss();

    assertThat(exit(worker).code()).isZero();
  }

  @Tag("fault:D4")
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptOfTheTerminalIsNotForWorkers(String signal) throws Exception {
    start("echo");
    heard.next();

    signal(signal);
    worker.dismiss();

    assertThat(exit(worker).code()).isZero();
  }

  @Test
  void aWorkerThatNoInterruptEndsHaltsItself() throws Exception {
    start("stubborn");
    heard.next();

    worker.dismiss();

    assertThat(exit(worker).code()).isEqualTo(9);
  }

  @Test
  void aWorkerThatIsDeafToEverythingIsEndedByForce() throws Exception {
    start(Scripts.command(DeafWorker.class), "none");
    heard.next();

    worker.close();

    assertThat(exit(worker).code()).isEqualTo(KILLED);
  }

  @Test
  void aWorkerThatIsStoppedBySignalCanBeKilled() throws Exception {
    start("echo");
    heard.next();
    signal("STOP");

    worker.kill();

    assertThat(exit(worker).code()).isEqualTo(KILLED);
  }

  @Test
  void lastWordsAreHarmlessAndNoneOfTheTrace() throws Exception {
    start("crash");

    var exit = exit(worker);

    assertThat(exit)
        .isEqualTo(new WorkerExit(1, "java.lang.IllegalStateException: broken  [31mon purpose"));
    assertThat(heard.all()).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("w7: "));
  }

  @Test
  void aWorkerThatFloodsIsHeardToItsEnd() throws Exception {
    start("flood");

    var exit = exit(worker);

    assertThat(exit).isEqualTo(new WorkerExit(0, "end of the flood"));
    assertThat(heard.next()).hasSizeLessThan(1_100);
  }

  @Test
  void whatGoesToStandardOutputIsHeardToo() throws Exception {
    start("leave");

    assertThat(exit(worker)).isEqualTo(new WorkerExit(0, "nothing to do"));
  }

  @Tag("fault:D22")
  @Test
  void aClassPathWithoutTheProgramIsTold() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var command = new JvmCommand(java, List.of(), "/nowhere", "dev.crawler.Missing");

    start(command.words(), "echo");

    assertThat(exit(worker).lastWords()).contains("ClassNotFoundException: dev.crawler.Missing");
  }

  @Tag("spec:G8")
  @Tag("fault:D23")
  @ParameterizedTest
  @ValueSource(strings = {"echo", "stubborn"})
  void noWorkerOutlivesACoordinatorThatWasKilled(String script) throws Exception {
    var command = Scripts.command(Coordinator.class);
    var arguments = new ArrayList<>(command);
    arguments.addAll(List.of(script, folder.toString()));
    var coordinator = new ProcessBuilder(arguments).start();
    assertThat(coordinator.getInputStream().read()).isPositive();
    var orphan = coordinator.children().findFirst().orElseThrow();

    coordinator.destroyForcibly();

    assertThat(orphan.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
  }
}
