package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.url.CrawlUrl;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsJudgeTest {
  private static final RobotsVerdict ALLOW_ALL = new RobotsVerdict.Found(RobotsRules.ALLOW_ALL);
  private static final byte[] FILE = "User-agent: *\nDisallow: /x".getBytes(UTF_8);

  private final Tasks tasks = new Tasks();

  @AfterEach
  void noRobotsTxtIsEverRecorded() {
    assertThat(tasks.records().records()).isEmpty();
  }

  @Test
  void aFileGivesItsRules() {
    var rules = rules(Tasks.response(200, FILE, "Content-Type", "text/plain"));

    assertThat(rules.allows(CrawlUrl.of("http://ex.com/x"))).isFalse();
    assertThat(rules.allows(CrawlUrl.of("http://ex.com/y"))).isTrue();
  }

  @Test
  void aCompressedFileGivesItsRules() {
    var rules = rules(Tasks.response(200, Tasks.gzip(FILE), "Content-Encoding", "gzip"));

    assertThat(rules.allows(CrawlUrl.of("http://ex.com/x"))).isFalse();
  }

  @Test
  void aSmallBodyLimitForPagesCutsNoRules() {
    var small = new Tasks(Tasks.withMaxBody(10));

    var outcome = (Outcome.Robots) small.handle(Tasks.robots(), Tasks.response(200, FILE));

    var found = (RobotsVerdict.Found) outcome.verdict();
    assertThat(found.rules().allows(CrawlUrl.of("http://ex.com/x"))).isFalse();
  }

  @Test
  void anHtmlPageIsNoRules() {
    var html = "<!doctype html><title>Not here: sorry</title>".getBytes(UTF_8);

    var rules = rules(Tasks.response(200, html, "Content-Type", "text/html"));

    assertThat(rules.allows(CrawlUrl.of("http://ex.com/"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 410, 418, 425, 451, 499})
  void aClientErrorAllowsEverything(int status) {
    assertThat(verdict(Tasks.response(status, FILE))).isEqualTo(ALLOW_ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void anOverloadedServerIsTriedAgainAndThenUnavailable(int status) {
    var response = Tasks.response(status, new byte[0]);

    assertThat(tasks.handle(Tasks.firstTry(Purpose.ROBOTS), response))
        .isInstanceOf(Outcome.Retry.class);
    assertThat(verdict(response)).isEqualTo(new RobotsVerdict.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 505, 599, 600, 999, 101, 0})
  void aStatusThatWillNotMendIsUnavailableAtOnce(int status) {
    var outcome = tasks.handle(Tasks.firstTry(Purpose.ROBOTS), Tasks.response(status, FILE));

    assertThat(outcome)
        .isEqualTo(new Outcome.Robots(new RobotsVerdict.Unavailable(), Pressure.NONE));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DNS", "LOOK_UP"})
  void aNetworkErrorIsUnavailable(FailureReason reason) {
    var result = new FetchResult.Unreachable(reason, "why", Tasks.TRACE);

    assertThat(verdict(result)).isEqualTo(new RobotsVerdict.Unavailable());
  }

  @ParameterizedTest
  @EnumSource(names = {"DNS", "LOOK_UP"})
  void aHostWithoutAnAddressIsUnresolved(FailureReason reason) {
    var result = new FetchResult.Unreachable(reason, "no such host", Tasks.TRACE);

    assertThat(verdict(result)).isEqualTo(new RobotsVerdict.Unresolved());
  }

  @Test
  void aHostThatNobodyCouldFindIsLookedForAgain() {
    var result = new FetchResult.Unreachable(FailureReason.LOOK_UP, "no answer", Tasks.TRACE);

    assertThat(tasks.handle(Tasks.firstTry(Purpose.ROBOTS), result))
        .isEqualTo(new Outcome.Retry(Pressure.NONE));
  }

  @Test
  void aFileThatCannotBeDecodedIsUnavailable() {
    assertThat(verdict(Tasks.response(200, FILE, "Content-Encoding", "gzip")))
        .isEqualTo(new RobotsVerdict.Unavailable());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectNamesItsTarget(int status) {
    assertThat(verdict(Tasks.response(status, FILE, "Location", "//www.ex.com/robots.txt")))
        .isEqualTo(new RobotsVerdict.Moved(CrawlUrl.of("http://www.ex.com/robots.txt")));
  }

  @Test
  void aRedirectToNowhereAllowsEverything() {
    assertThat(verdict(Tasks.response(301, FILE))).isEqualTo(ALLOW_ALL);
    assertThat(verdict(Tasks.response(301, FILE, "Location", "ftp://x/"))).isEqualTo(ALLOW_ALL);
    assertThat(verdict(Tasks.response(304, FILE))).isEqualTo(ALLOW_ALL);
  }

  @Test
  void aForbiddenAddressForbidsTheOrigin() {
    assertThat(verdict(new FetchResult.Forbidden("10.0.0.1", Tasks.TRACE)))
        .isEqualTo(new RobotsVerdict.Forbidden());
  }

  @Test
  void retryAfterIsHandedOnFromRobotsTxtToo() {
    var outcome =
        tasks.handle(Tasks.robots(), Tasks.response(429, new byte[0], "Retry-After", "9"));

    assertThat(outcome.pressure())
        .isEqualTo(new Pressure(Optional.of(Duration.ofSeconds(9)), true));
  }

  private RobotsVerdict verdict(FetchResult result) {
    return ((Outcome.Robots) tasks.handle(Tasks.robots(), result)).verdict();
  }

  private RobotsRules rules(FetchResult result) {
    return ((RobotsVerdict.Found) verdict(result)).rules();
  }
}
