package dev.crawler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.terminal.Streams;
import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.url.CrawlUrl;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the options of the contract make of a plan.
class CrawlOptionsTest {
  private static CrawlPlan plan(String... args) {
    var streams =
        Streams.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream()));
    var command = new CrawlCommand(streams);
    return command.plan(
        CommandParser.parser(command).parseArgs(args), List.of(), Sitemaps.NONE, CookieJar.NONE);
  }

  @Test
  void theDefaultsAreThoseOfTheContract() {
    var plan = plan();

    assertThat(plan.depth()).isEqualTo(new Depth(0));
    assertThat(plan.limits().concurrency()).isEqualTo(64);
    assertThat(plan.politeness().perHost()).isEqualTo(1);
    assertThat(plan.politeness().delay()).isEqualTo(Duration.ofMillis(250));
    assertThat(plan.politeness().maxCrawlDelay()).isEqualTo(Duration.ofSeconds(60));
    assertThat(plan.politeness().obeyRobots()).isTrue();
    assertThat(plan.scope()).isEqualTo(ScopeKind.HOST);
    assertThat(plan.filter().admits(CrawlUrl.of("http://ex.com/"))).isTrue();
    assertThat(plan.limits().maxPages()).isEmpty();
    assertThat(plan.limits().maxHostPages()).isEmpty();
    assertThat(plan.limits().maxRedirects()).isEqualTo(10);
    assertThat(plan.limits().retries()).isEqualTo(2);
    assertThat(plan.limits().retryWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.http().connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(plan.http().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(plan.http().maxBody()).isEqualTo(10 * 1024 * 1024);
    assertThat(plan.http().userAgent()).matches("crawler/\\S+ \\(\\+https?://\\S+\\)");
    assertThat(plan.http().headers()).isEqualTo(Headers.NONE);
    assertThat(plan.http().verifyTls()).isTrue();
    assertThat(plan.allowPrivate()).isFalse();
  }

  @Test
  void everyOptionReachesThePlanInAnyOrder() {
    var plan =
        plan(
            "--timeout=5s http://a/ -d 3 --per-host 4 --exclude b -c 7 --include x --delay 0"
                .concat(" --exclude c --max-crawl-delay 2m --scope domain --max-pages 9 -H A:1")
                .concat(" --max-host-pages 8 --connect-timeout 1.5s --max-body 1KiB http://b/")
                .concat(" --max-redirects 0 --retries 1 --retry-wait 20ms --robots ignore -H B:")
                .concat(" -A me/2 --insecure --allow-private -q -v --no-links --fields url")
                .split(" "));

    assertThat(plan.depth()).isEqualTo(new Depth(3));
    assertThat(plan.scope()).isEqualTo(ScopeKind.DOMAIN);
    assertThat(plan.filter().admits(CrawlUrl.of("http://x.org/"))).isTrue();
    assertThat(plan.filter().admits(CrawlUrl.of("http://x.org/b"))).isFalse();
    assertThat(plan.filter().admits(CrawlUrl.of("http://x.org/c"))).isFalse();
    assertThat(plan.filter().admits(CrawlUrl.of("http://y.org/"))).isFalse();
    assertThat(plan.limits().toString())
        .contains("concurrency=7", "OptionalLong[9]", "OptionalInt[8]", "Redirects=0", "retries=1");
    assertThat(plan.limits().retryWait()).isEqualTo(Duration.ofMillis(20));
    assertThat(plan.politeness().toString())
        .isEqualTo("Politeness[perHost=4, delay=PT0S, maxCrawlDelay=PT2M, obeyRobots=false]");
    assertThat(plan.http().connectTimeout()).isEqualTo(Duration.ofMillis(1500));
    assertThat(plan.http().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(plan.http().maxBody()).isEqualTo(1024);
    assertThat(plan.http().userAgent()).isEqualTo("me/2");
    assertThat(plan.http().headers()).isEqualTo(Headers.of("A", "1", "B", ""));
    assertThat(plan.http().verifyTls()).isFalse();
    assertThat(plan.allowPrivate()).isTrue();
  }

  @Test
  void ofAnOptionGivenTwiceTheLastCountsAndTheOthersStay() {
    var plan = plan("-c", "5", "--delay", "0", "-c", "6", "--retries", "7", "-c", "8", "http://a/");

    assertThat(plan.limits().concurrency()).isEqualTo(8);
    assertThat(plan.limits().retries()).isEqualTo(7);
    assertThat(plan.politeness().delay()).isZero();
  }

  @Test
  void unlimitedIsADepth() {
    var plan = plan("--depth", "unlimited");

    assertThat(plan.depth()).isEqualTo(Depth.UNLIMITED);
  }

  @ParameterizedTest
  @CsvSource({
    "250ms, 250",
    "1.5s, 1500",
    "10s, 10000",
    "2m, 120000",
    "1h, 3600000",
    "0, 0",
    "0s, 0"
  })
  void aDurationIsANumberWithAUnit(String text, long millis) {
    var plan = plan("--delay", text);

    assertThat(plan.politeness().delay()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2048, 2048",
    "10MiB, 10485760",
    "500KB, 500000",
    "1GB, 1000000000",
    "1.5kib, 1536",
    "1g, 1073741824",
    "7b, 7"
  })
  void aSizeIsANumberOfBytesOrHasAUnit(String text, int bytes) {
    var plan = plan("--max-body", text);

    assertThat(plan.http().maxBody()).isEqualTo(bytes);
  }
}
