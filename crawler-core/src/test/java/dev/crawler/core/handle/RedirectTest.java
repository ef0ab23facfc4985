package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:H1")
class RedirectTest {
  private final Tasks tasks = new Tasks();

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theTargetIsResolvedAndReturned(int status) {
    var response = Tasks.response(status, new byte[0], "Location", "../x?y#z");

    var outcome = tasks.handle(Tasks.page(Tasks.URL), response);

    var record = tasks.records().records().getFirst();
    assertThat(outcome).isEqualTo(redirect("http://ex.com/x?y"));
    assertThat(record.outcome()).isEqualTo(RecordOutcome.REDIRECT);
    assertThat(record.redirectTo()).isEqualTo("http://ex.com/x?y");
    assertThat(record.links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "//other.example/a, http://other.example/a",
    "'', http://ex.com/dir/page",
    "?q, http://ex.com/dir/page?q",
    "\\\\other.example\\a, http://other.example/a",
    "HTTP://EX.com:80/A, http://ex.com/A",
    "http://u:p@ex.com/, http://ex.com/",
    "/a b, http://ex.com/a%20b"
  })
  void aTargetIsReadAsBrowsersDo(String location, String target) {
    var response = Tasks.response(302, new byte[0], "Location", location);

    var outcome = tasks.handle(Tasks.page(Tasks.URL), response);

    assertThat(outcome).isEqualTo(redirect(target));
  }

  @Test
  void octetsAboveAsciiStayTheOctetsTheyWere() {
    var location = new String("/ä".getBytes(UTF_8), ISO_8859_1);

    var outcome =
        tasks.handle(Tasks.page(Tasks.URL), Tasks.response(302, new byte[0], "Location", location));

    assertThat(outcome).isEqualTo(redirect("http://ex.com/%C3%A4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "ftp://ex.com/", "file:///etc/passwd", "http://a b/"})
  void aTargetThatCannotBeCrawledIsRecordedRaw(String location) {
    var response = Tasks.response(302, new byte[0], "Location", location);

    var outcome = tasks.handle(Tasks.page(Tasks.URL), response);

    var record = tasks.records().records().getFirst();
    assertThat(outcome).isEqualTo(new Outcome.Redirect(Optional.empty(), Pressure.NONE));
    assertThat(record.redirectTo()).isEqualTo(location);
    assertThat(record.error()).startsWith("Location");
  }

  @Test
  void aMissingTargetIsARecordToo() {
    var record = tasks.record(Tasks.response(301, new byte[0]));

    assertThat(record.outcome()).isEqualTo(RecordOutcome.REDIRECT);
    assertThat(record.redirectTo()).isNull();
    assertThat(record.error()).isEqualTo("no Location");
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 305, 306, 399})
  void otherStatusesOfTheClassLeadNowhere(int status) {
    var response = Tasks.response(status, new byte[0], "Location", "/x");

    var outcome = tasks.handle(Tasks.page(Tasks.URL), response);

    assertThat(outcome).isEqualTo(new Outcome.Redirect(Optional.empty(), Pressure.NONE));
    assertThat(tasks.records().records().getFirst().redirectTo()).isNull();
  }

  @Test
  void aRedirectMayAskForAPause() {
    var response = Tasks.response(301, new byte[0], "Location", "/x", "Retry-After", "3");

    var outcome = tasks.handle(Tasks.page(Tasks.URL), response);

    assertThat(outcome.pressure())
        .isEqualTo(new Pressure(Optional.of(Duration.ofSeconds(3)), false));
  }

  private static Outcome redirect(String target) {
    return new Outcome.Redirect(Optional.of(CrawlUrl.of(target)), Pressure.NONE);
  }
}
