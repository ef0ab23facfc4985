package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageHandlerTest {
  private final Tasks tasks = new Tasks();

  @Test
  void aPageIsRecordedWithEverythingKnownOfIt() {
    var html =
        "<html lang=en><title> A\n page </title><meta name=description content='About it'>"
            + "<link rel=canonical href=/canon><a href=next#x>";

    var _ = tasks.handle(Tasks.page("http://u:p@ex.com/dir/page"), Tasks.html(html));

    assertThat(tasks.records().sortedLines(RecordFields.all()))
        .containsExactly(
            """
            {"schema":1,"url":"http://ex.com/dir/page","outcome":"ok","reason":null,"error":null,\
            "status":200,"redirect_to":null,"depth":0,"referrer":null,\
            "content_type":"text/html; charset=utf-8","charset":"UTF-8",\
            "charset_source":"header","bytes":127,"truncated":false,\
            "sha256":"19fbe5871ef2a74ef0eccb3db865e1179193c0d1bdd03087000671dea8f4aca7",\
            "title":"A page","description":"About it","canonical":"http://ex.com/canon",\
            "lang":"en","robots":{"index":true,"follow":true},\
            "links":["http://ex.com/canon","http://ex.com/dir/next"],\
            "attempts":1,"fetched_at":"2026-11-20T10:00:00.123Z","elapsed_ms":45,\
            "address":"192.0.2.1","worker":null}\
            """);
  }

  @Test
  void theLinksOfAPageAreReturnedInDocumentOrder() {
    var outcome = tasks.handle(Tasks.page(Tasks.URL), Tasks.html("<a href=b><a href=a><a href=b>"));

    var links = List.of(CrawlUrl.of("http://ex.com/dir/b"), CrawlUrl.of("http://ex.com/dir/a"));
    assertThat(outcome).isEqualTo(new Outcome.Page(links, Pressure.NONE));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 407, 410, 416, 501, 505, 599, 600, 999})
  void aFinalErrorKeepsItsTitleButNoLinks(int status) {
    var body = "<title>Gone</title><a href=x>".getBytes(UTF_8);

    var outcome =
        tasks.handle(
            Tasks.firstTry(Purpose.PAGE),
            Tasks.response(status, body, "Content-Type", "text/html"));

    var record = tasks.records().records().getFirst();
    assertThat(outcome).isEqualTo(ended(status));
    assertThat(record.outcome()).isEqualTo(RecordOutcome.HTTP_ERROR);
    assertThat(record.html()).extracting(PageRecord.Html::title).isEqualTo("Gone");
    assertThat(record.links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void aPassingErrorIsTriedAgainWithoutARecordUntilTheLastAttempt(int status) {
    var response = Tasks.response(status, new byte[0]);

    var first = tasks.handle(Tasks.firstTry(Purpose.PAGE), response);
    var written = tasks.records().records();
    var last = tasks.handle(Tasks.page(Tasks.URL), response);

    assertThat(first).isInstanceOf(Outcome.Retry.class);
    assertThat(written).isEmpty();
    assertThat(last).isInstanceOf(ended(status).getClass());
    assertThat(tasks.records().records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 100, 101, 199, 1000, -1})
  void aStatusThatEndsNoExchangeBreaksTheProtocol(int status) {
    var record = tasks.record(Tasks.response(status, new byte[0]));

    assertThat(record.outcome()).isEqualTo(RecordOutcome.FAILED);
    assertThat(record.reason()).isEqualTo(FailureReason.PROTOCOL);
    assertThat(record.status()).isEqualTo(OptionalInt.of(status));
  }

  @Tag("spec:W4")
  @Test
  void theRefusalOfAProxyIsNoAnswerOfItsTarget() throws IOException {
    var records = new CollectedRecords();
    var http = HttpSettings.DEFAULT.through(ProxyServer.of("http://user:secret@proxy.example:1"));
    var handler = new PageHandler(CrawlPlan.of().http(http).build(), records);

    var _ = handler.handle(Tasks.page(Tasks.URL), Tasks.response(407, new byte[0]));

    assertThat(records.records())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.reason()).isEqualTo(FailureReason.CONNECT);
          assertThat(record.error()).isEqualTo("proxy proxy.example:1 answered 407");
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureReason.class,
      names = {"LOOK_UP", "CONNECT", "RESET", "TIMEOUT", "TRUNCATED"})
  void aPassingFailureIsTriedAgain(FailureReason reason) {
    var result = new FetchResult.Unreachable(reason, "why", Tasks.TRACE);

    var outcome = tasks.handle(Tasks.firstTry(Purpose.PAGE), result);

    assertThat(outcome).isEqualTo(new Outcome.Retry(Pressure.NONE));
    assertThat(tasks.records().records()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureReason.class,
      names = {"DNS", "TLS", "PROTOCOL", "DECODE", "CANCELLED", "INTERNAL"})
  void aLastingFailureEndsAtOnce(FailureReason reason) {
    var result = new FetchResult.Unreachable(reason, "why\nso", Tasks.TRACE);

    var outcome = tasks.handle(Tasks.firstTry(Purpose.PAGE), result);

    var record = tasks.records().records().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Ended(Pressure.NONE));
    assertThat(record.outcome()).isEqualTo(RecordOutcome.FAILED);
    assertThat(record.reason()).isEqualTo(reason);
    assertThat(record.error()).isEqualTo("why so");
    assertThat(record.status()).isEmpty();
  }

  @Test
  void aForbiddenAddressIsExcludedWithoutAnAttempt() {
    var record = tasks.record(new FetchResult.Forbidden("127.0.0.1", Tasks.TRACE));

    assertThat(record.outcome()).isEqualTo(RecordOutcome.EXCLUDED);
    assertThat(record.reason()).isEqualTo(ExclusionReason.ADDRESS);
    assertThat(record.trace()).isEqualTo(new PageRecord.Trace(0, null, null, "127.0.0.1"));
  }

  @Test
  void anExcludedUrlIsRecordedWithItsReason() throws IOException {
    var records = new CollectedRecords();
    var handler = new PageHandler(CrawlPlan.of().build(), records);

    handler.exclude(Exclusion.of(Tasks.page(Tasks.URL).link(), ExclusionReason.TRAP));

    var record = records.records().getFirst();
    assertThat(record.outcome()).isEqualTo(RecordOutcome.EXCLUDED);
    assertThat(record.reason()).isEqualTo(ExclusionReason.TRAP);
    assertThat(record.trace().attempts()).isZero();
  }

  @Test
  void aBodyThatIsNotWhatItSaysFailsWithItsStatus() {
    var record =
        tasks.record(Tasks.response(200, "plain".getBytes(UTF_8), "Content-Encoding", "gzip"));

    assertThat(record.reason()).isEqualTo(FailureReason.DECODE);
    assertThat(record.status()).isEqualTo(OptionalInt.of(200));
    assertThat(record.content()).isNull();
  }

  @Test
  void anErrorWhoseBodyCannotBeReadIsStillThatError() {
    var record =
        tasks.record(Tasks.response(404, "plain".getBytes(UTF_8), "Content-Encoding", "br"));

    assertThat(record.outcome()).isEqualTo(RecordOutcome.HTTP_ERROR);
    assertThat(record.content()).isNull();
  }

  @Test
  void retryAfterOfAnOverloadedHostIsHandedOn() {
    var outcome =
        tasks.handle(
            Tasks.firstTry(Purpose.PAGE), Tasks.response(503, new byte[0], "Retry-After", "7"));

    var pressure = new Pressure(Optional.of(Duration.ofSeconds(7)), true);
    assertThat(outcome).isEqualTo(new Outcome.Retry(pressure));
  }

  @Test
  void aFaultOfOurOwnCostsThatPageAlone() {
    var endOfTime = new FetchResult.Trace(Instant.MAX, Duration.ofDays(1), "");
    var poison = new FetchResult.Response(503, Headers.NONE, new byte[0], false, endOfTime);

    var outcome = tasks.handle(Tasks.page(Tasks.URL), poison);

    assertThat(outcome).isEqualTo(new Outcome.Ended(Pressure.NONE));
    assertThat(tasks.records().records().getFirst().reason()).isEqualTo(FailureReason.INTERNAL);
    assertThat(tasks.record(Tasks.html("<title>x")).outcome()).isEqualTo(RecordOutcome.OK);
  }

  @Test
  void aSinkThatFailsEndsTheRun() {
    var handler =
        new PageHandler(
            CrawlPlan.of().build(),
            _ -> {
              throw new IOException("disk full");
            });

    assertThatIOException()
        .isThrownBy(() -> handler.handle(Tasks.page(Tasks.URL), Tasks.html("")))
        .withMessage("disk full");
  }

  /// A server's own error is no sign of quiet (spec P5).
  private static Outcome ended(int status) {
    return status < 500
        ? new Outcome.Page(List.of(), Pressure.NONE)
        : new Outcome.Ended(Pressure.NONE);
  }
}
