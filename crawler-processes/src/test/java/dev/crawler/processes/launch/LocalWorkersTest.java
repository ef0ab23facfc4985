package dev.crawler.processes.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalWorkersTest {
  private static final LocalWorkers.Restarts TWICE =
      new LocalWorkers.Restarts(2, Duration.ofMillis(1));

  @TempDir private Path folder;

  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

  /// Writes down what it hears.
  private final class Notes implements CrewListener {
    @Override
    public void started(RunningWorker worker) {
      events.add("started " + worker.name());
    }

    @Override
    public void lost(RunningWorker worker, WorkerExit exit, boolean replaced) {
      events.add("lost " + worker.name() + " " + exit.code());
    }

    @Override
    public void gaveUp(String why) {
      events.add("gave up: " + why);
    }
  }

  private LocalWorkers start(int workers, WorkerLauncher launcher) {
    return LocalWorkers.start(workers, 0, launcher, this::settings, TWICE, new Notes());
  }

  private WorkerSettings settings(int number) {
    return Scripts.settings("crash", folder);
  }

  private String next() throws InterruptedException {
    var event = events.poll(60, TimeUnit.SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  @Tag("spec:G10")
  @Tag("fault:D22")
  @Test
  void aWorkerThatDiesInALoopIsRestartedBoundedlyAndThenReportedWithItsLastWords()
      throws Exception {
    var launcher = new JvmLauncher(Scripts.command(ScriptedWorker.class), (name, line) -> {});

    try (var workers = start(1, launcher)) {
      for (int number = 1; number <= 3; number++) {
        assertThat(next()).isEqualTo("started w" + number);
        assertThat(next()).isEqualTo("lost w" + number + " 1");
      }

      assertThat(next())
          .isEqualTo(
              "gave up: worker w3 ended with exit code 1: java.lang.IllegalStateException: broken"
                  + "  [31mon purpose; not started again after 2 restarts");
      assertThat(workers.all()).hasSize(3);
    }
    assertThat(events).isEmpty();
  }

  @Tag("spec:G10")
  @Test
  void aSystemThatStartsNoProcessIsReportedAfterAsManyAttempts() throws Exception {
    WorkerLauncher launcher =
        (number, settings) -> {
          events.add("attempt " + number);
          throw new IOException("too many open files");
        };

    try (var _ = start(1, launcher)) {
      assertThat(next()).isEqualTo("attempt 1");
      assertThat(next()).isEqualTo("attempt 2");
      assertThat(next()).isEqualTo("attempt 3");
      assertThat(next())
          .isEqualTo(
              "gave up: a worker cannot be started: too many open files; not started again after 2"
                  + " restarts");
    }
  }

  @Test
  void workersThatAreAskedToEndAreNotLost() throws Exception {
    try (var workers = start(3, (number, settings) -> new NoWorker())) {
      assertThat(workers.all()).hasSize(3);
    }

    assertThat(events).hasSize(3).allMatch(event -> event.startsWith("started"));
  }

  @Test
  void noneIsStartedOnceAllAreEnded() throws Exception {
    var worker = new NoWorker();
    var workers = start(1, (number, settings) -> worker);
    next();
    worker.kill();
    assertThat(next()).isEqualTo("lost w0 137");
    assertThat(next()).isEqualTo("started w0");
    assertThat(next()).isEqualTo("lost w0 137");

    workers.close();

    assertThat(workers.all()).hasSizeBetween(2, 3);
  }
}
