package dev.crawler.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.engine.WorkerProgress;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Progress.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private static final int CORES = 2;

  private static ProgressLine.Sample sample(
      int seconds, int cpuSeconds, long done, long known, Limit limit) {
    return new ProgressLine.Sample(
        seconds * 1_000_000_000L,
        Duration.ofSeconds(cpuSeconds),
        new Progress(done, known, 5, 0, done, 0, 0, 3, limit),
        done / 10,
        List.of());
  }

  /// A minute of a crawl, one sample a second.
  private static String afterAMinute(int pagesPerSecond, int cpuPerSecond, Limit limit) {
    var line = new ProgressLine(CORES, sample(0, 0, 0, 1200, limit));
    var text = "";
    for (int second = 1; second <= 60; second++) {
      text =
          line.at(
              sample(second, second * cpuPerSecond, second * (long) pagesPerSecond, 1200, limit));
    }
    return text;
  }

  @Test
  void theLineTellsWhatIsDoneAndHowFast() {
    var line = afterAMinute(10, 0, Limit.DELAY);

    assertThat(line)
        .isEqualTo(
            "[########........] 600/1200  5 in flight  10/s  60 failed  ETA 1:01  limit: delay per"
                + " host");
  }

  private static ProgressLine.Sample with(ProgressLine.Sample sample, WorkerProgress... workers) {
    return new ProgressLine.Sample(
        sample.nanos(), sample.cpu(), sample.progress(), sample.failed(), List.of(workers));
  }

  private static WorkerProgress worker(int number, boolean alive, long done) {
    var progress = new Progress(done, done, 0, 0, done, 0, 0, 0, Limit.NONE);
    return new WorkerProgress("w" + number, alive, progress);
  }

  @Test
  void theLineShowsEachWorker() {
    var line = new ProgressLine(CORES, sample(0, 0, 0, 1200, Limit.DELAY));
    var text = "";
    for (int second = 1; second <= 60; second++) {
      text =
          line.at(
              with(
                  sample(second, 0, second * 10L, 1200, Limit.DELAY),
                  worker(1, true, second * 120L),
                  worker(2, true, second * 5L),
                  worker(3, false, 44)));
    }

    assertThat(text).endsWith("limit: delay per host  w1 120/s  w2 5.0/s  w3 gone");
  }

  @Test
  void aLogIsToldOfEachWorkerInFields() {
    var line = new ProgressLine(CORES, sample(0, 0, 0, 1200, Limit.DELAY));

    var notice = line.noticeAt(with(sample(10, 0, 9, 1200, Limit.DELAY), worker(1, true, 7)));

    assertThat(LogLine.of(notice, Instant.EPOCH))
        .endsWith(
            "\"workers\":[{\"name\":\"w1\",\"alive\":true,\"done\":7,\"pages_per_second\":0.0}]}");
  }

  @Test
  void ofManyWorkersTheFirstAreShown() {
    var workers =
        IntStream.rangeClosed(1, 20)
            .mapToObj(number -> worker(number, true, 0))
            .toArray(WorkerProgress[]::new);
    var line = new ProgressLine(CORES, sample(0, 0, 0, 1200, Limit.DELAY));

    assertThat(line.at(with(sample(1, 0, 0, 1200, Limit.DELAY), workers)))
        .contains("w16 0.0/s  and 4 more");
  }

  @Test
  void aLogIsToldTheSameInFields() {
    var line = new ProgressLine(CORES, sample(0, 0, 0, 1200, Limit.DELAY));

    var notice = line.noticeAt(sample(10, 0, 100, 1200, Limit.DELAY));

    assertThat(LogLine.of(notice, Instant.EPOCH))
        .contains("\"level\":\"info\",\"event\":\"progress\"")
        .endsWith(
            "\"done\":100,\"known\":1200,\"in_flight\":5,\"pages_per_second\":10.0,\"failed\":10,"
                + "\"eta_seconds\":111,\"limit\":\"delay per host\"}");
  }

  @Test
  void nothingIsDividedByBeforeAnythingIsKnown() {
    var line = new ProgressLine(CORES, sample(0, 0, 0, 0, Limit.NONE));

    var text = line.at(sample(0, 0, 0, 0, Limit.NONE));

    assertThat(text).startsWith("[................] 0/0  5 in flight  0.0/s  limit: ");
  }

  @ParameterizedTest
  @CsvSource({
    "CONCURRENCY, 1, --concurrency",
    "CONCURRENCY, 2, cpu",
    "NONE, 2, cpu",
    "NONE, 1, this machine or the output",
    "DELAY, 2, delay per host",
    "PER_HOST, 0, --per-host",
    "LEVEL, 0, end of level",
    "TAIL, 0, the last answers",
  })
  void whatLimitsTheRateIsNamed(Limit limit, int cpuPerSecond, String name) {
    var line = afterAMinute(10, cpuPerSecond, limit);

    assertThat(line).endsWith("limit: " + name);
  }
}
