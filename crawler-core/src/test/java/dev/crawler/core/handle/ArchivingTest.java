package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crawler.core.fetch.Body;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Transcript;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import dev.crawler.core.record.CollectedRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spec:X1")
final class ArchivingTest {
  private final List<String> archived = new ArrayList<>();
  private final CollectedRecords records = new CollectedRecords();
  private final PageHandler handler = handler((task, _, sum) -> archived.add(task + " " + sum));

  private PageHandler handler(Archive archive) {
    return new PageHandler(CrawlPlan.of().build(), records, archive);
  }

  @Test
  void answersOfRobotsAndOfAttemptsThatAreMadeAgainAreArchived() throws IOException {
    handler.handle(Tasks.robots(), heard(404, "none"));
    handler.handle(Tasks.firstTry(Purpose.PAGE), heard(503, "busy"));
    handler.handle(Tasks.page(Tasks.URL), heard(503, "busy"));

    assertThat(archived).hasSize(3);
    assertThat(records.records()).hasSize(1);
  }

  @Test
  void theChecksumOfABodyWithoutCodingIsThatOfItsRecord() throws IOException {
    handler.handle(Tasks.page(Tasks.URL), heard(200, "body"));
    handler.handle(Tasks.page(Tasks.URL), heard(200, "body", "Content-Encoding", "x-odd"));

    var content = requireNonNull(records.records().getFirst().content());
    assertThat(archived.getFirst()).endsWith(" " + content.sha256());
    assertThat(archived.getLast()).endsWith(" null");
  }

  @Test
  void whatWasNotHeardIsNotArchived() throws IOException {
    handler.handle(Tasks.page(Tasks.URL), Tasks.html("page"));

    assertThat(archived).isEmpty();
  }

  @Test
  void anArchiveThatFailsEndsTheRunBeforeTheRecord() {
    var full =
        handler((_, _, _) -> {
          throw new IOException("full");
        });
    FetchTask task = Tasks.page(Tasks.URL);

    assertThatThrownBy(() -> full.handle(task, heard(200, "body"))).hasMessage("full");

    assertThat(records.records()).isEmpty();
  }

  private static FetchResult.Response heard(int status, String body, String... headers) {
    var head = ByteBuffer.wrap("HTTP/1.1 200 OK".getBytes(UTF_8));
    var bytes = body.getBytes(UTF_8);
    var kept = ByteBuffer.wrap(bytes);
    var transcript = new Transcript(head, head, kept, kept);
    return new FetchResult.Response(
        status, Headers.of(headers), Body.of(bytes), false, transcript, Tasks.TRACE);
  }
}
