package dev.crawler.threads;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.engine.Ending;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Step;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The loop over a workload that gets its steps from elsewhere, as that of a cluster's worker does.
@Timeout(60)
final class BlockingLoopTest {
  private static final int WORKERS = 4;
  private static final String FAULT = "told to fail";
  private static final String MEETING = "told to meet the others";
  private static final CrawlReport REPORT = new CrawlReport(0, 0, 0, 0, 0, 0, 0, false);

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Ending ending = new Ending(() -> REPORT, executor);
  private final Posted posted = new Posted();
  private final BlockingLoop loop = new BlockingLoop(posted, InstantSource.system(), ending);

  @Test
  void newsFromAnotherThreadIsCarriedOut() throws Exception {
    loop.start(executor, WORKERS);

    loop.news(() -> posted.steps.add(excluding("a")));
    var first = posted.done.take();
    loop.news(() -> posted.steps.add(excluding("b")));
    var second = posted.done.take();

    assertThat(List.of(first, second)).containsExactly("a", "b");
    loop.end();
    ending.await();
  }

  private static Stream<Step> meetings() {
    return Stream.of(excluding(MEETING), fetching());
  }

  @ParameterizedTest
  @MethodSource("meetings")
  void whoTakesATurnWakesTheNext(Step step) throws Exception {
    loop.start(executor, WORKERS);
    while (loop.guarded(() -> posted.awaited) < WORKERS) {
      Thread.onSpinWait(); // until the timeout of the class
    }

    for (int i = 0; i < WORKERS; i++) {
      loop.guarded(() -> posted.steps.add(step));
    }
    loop.news();

    posted.meeting.awaitAdvanceInterruptibly(posted.meeting.arrive(), 50, SECONDS);
    assertThat(posted.meeting.getPhase()).isEqualTo(1);
    loop.end();
    ending.await();
  }

  @Test
  void anExhaustedWorkloadEndsTheLoop() throws Exception {
    loop.start(executor, WORKERS);

    loop.news(() -> posted.steps.add(new Step.Exhausted()));

    assertThat(ending.completion().toCompletableFuture().get()).isSameAs(REPORT);
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void aFaultOfAWorkerEndsTheLoopAndIsTold() {
    loop.start(executor, WORKERS);

    loop.news(() -> posted.steps.add(excluding(FAULT)));

    assertThatThrownBy(() -> ending.completion().toCompletableFuture().get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage(FAULT);
    assertThat(executor.isTerminated()).isTrue();
  }

  @Test
  void aFaultFromElsewhereEndsTheLoopAndIsTold() {
    loop.start(executor, WORKERS);

    loop.endWith(new IOException("cut off"));

    assertThatThrownBy(() -> ending.completion().toCompletableFuture().get())
        .hasRootCauseMessage("cut off");
  }

  @Test
  void workersThatCannotBeStartedEndTheLoop() {
    executor.shutdown();

    loop.start(executor, WORKERS);

    assertThatThrownBy(() -> ending.completion().toCompletableFuture().get())
        .hasRootCauseInstanceOf(RejectedExecutionException.class);
  }

  private static Step excluding(String text) {
    return new Step.Exclude(Exclusion.ofText(text, ExclusionReason.INVALID_URL, "told to"));
  }

  /// Stands for any page: nobody looks at it.
  private static Step fetching() {
    var link = Link.seed(CrawlUrl.of("http://a.example/"));
    return new Step.Fetch(new FetchTask(link, Purpose.PAGE, 1, true, false, "", true));
  }

  /// Steps that a test puts in.
  private static final class Posted implements Workload {
    final Queue<Step> steps = new ArrayDeque<>();
    final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    final Phaser meeting = new Phaser(WORKERS + 1);
    int awaited;

    @Override
    public Step next(Instant now) {
      if (steps.isEmpty()) {
        awaited++;
        return new Step.Await();
      }
      return steps.remove();
    }

    @Override
    public void fetch(FetchTask task) {
      meeting.arriveAndAwaitAdvance();
    }

    @Override
    public void exclude(Exclusion exclusion) throws IOException {
      switch (exclusion.url()) {
        case FAULT -> throw new IOException(FAULT);
        case MEETING -> meeting.arriveAndAwaitAdvance();
        default -> done.add(exclusion.url());
      }
    }
  }
}
