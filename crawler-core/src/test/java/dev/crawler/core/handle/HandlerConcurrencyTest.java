package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.record.RecordFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// One handler, many threads: benches and buffers are shared between pages, contents must not be.
class HandlerConcurrencyTest {
  private static final int PAGES = 400;

  @Test
  void manyThreadsRecordTheSameAsOne() {
    var alone = new Tasks();
    var together = new Tasks();

    for (int i = 0; i < PAGES; i++) {
      handle(alone, i);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PAGES; i++) {
        int page = i;
        threads.execute(() -> handle(together, page));
      }
    }

    assertThat(lines(together)).hasSize(PAGES).isEqualTo(lines(alone));
  }

  private static List<String> lines(Tasks tasks) {
    return tasks.records().sortedLines(RecordFields.all());
  }

  private static void handle(Tasks tasks, int page) {
    var _ = tasks.handle(Tasks.page("http://ex.com/" + page), answer(page));
  }

  private static FetchResult answer(int seed) {
    var random = new Random(seed);
    var html = new StringBuilder("<title>" + seed + "</title>");
    for (int i = random.nextInt(300); i > 0; i--) {
      html.append("<a href=").append(random.nextInt(10_000)).append(">x</a> ä ");
    }
    var body = html.toString().getBytes(UTF_8);
    var headers = new ArrayList<>(List.of("Content-Type", "text/html"));
    if (random.nextBoolean()) {
      headers.addAll(List.of("Content-Encoding", "gzip"));
      body = Tasks.gzip(body);
    }
    if (random.nextInt(10) == 0) {
      body[random.nextInt(body.length)] ^= 0x55;
    }
    return Tasks.response(200, body, headers.toArray(String[]::new));
  }
}
