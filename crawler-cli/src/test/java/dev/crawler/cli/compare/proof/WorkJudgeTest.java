package dev.crawler.cli.compare.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.cli.compare.proof.Work.Seen;
import dev.crawler.cli.compare.result.Difference;
import dev.crawler.cli.compare.result.Difference.Check;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Politeness;
import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Place;
import dev.crawler.tck.site.Site;
import dev.crawler.tck.site.SitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spec:Q1")
final class WorkJudgeTest {
  private static final Site SITE = Site.of(1, SitePlan.SMALL.plain());
  private static final CrawlPlan PLAN =
      CrawlPlan.of(SITE.seedUrls())
          .politeness(new Politeness(1, Duration.ofMillis(5), Duration.ZERO, false))
          .build();

  @TempDir private Path folder;
  private int files;

  @Test
  void theOrderOfRecordsDoesNotMatter() throws IOException {
    var judge = new WorkJudge(PLAN, Optional.empty());

    judge.judge(work("serial", 2, record("/a", "one"), record("/b", "two")));
    judge.judge(work("virtual", 2, record("/b", "two"), record("/a", "one")));

    assertThat(judge.proof().holds()).isTrue();
    assertThat(judge.proof().records()).isEqualTo(2);
    assertThat(judge.proof().crawls()).isEqualTo(2);
  }

  @Test
  void theFirstFieldOfTheFirstUrlThatDiffersIsNamed() throws IOException {
    var difference =
        difference(
            work("serial", 3, record("/a", "one"), record("/b", "two"), record("/c", "x")),
            work("virtual", 3, record("/c", "y"), record("/b", "other"), record("/a", "one")));

    assertThat(difference.check()).isEqualTo(Check.RECORDS);
    assertThat(difference.engine()).isEqualTo("virtual");
    assertThat(difference.against()).isEqualTo("serial");
    assertThat(difference.url()).isEqualTo("http://h/b");
    assertThat(difference.field()).isEqualTo("title");
    assertThat(difference.text())
        .isEqualTo("virtual differs from serial at http://h/b: title is \"other\", not \"two\"");
  }

  @Test
  void aRecordThatIsMissingOrThereTwiceIsNamed() throws IOException {
    var whole = work("serial", 2, record("/a", "one"), record("/b", "two"));

    var missing = difference(whole, work("virtual", 2, record("/a", "one")));
    var twice =
        difference(
            whole,
            work("virtual", 2, record("/a", "one"), record("/b", "two"), record("/b", "two")));

    assertThat(missing.text()).contains("http://h/b: no record, or one less");
    assertThat(twice.text()).contains("http://h/b: a record more");
  }

  @Test
  void aLongValueIsShownFromWhereItDiffers() throws IOException {
    var long1 = "x".repeat(500) + "here" + "y".repeat(500);
    var long2 = "x".repeat(500) + "there" + "y".repeat(500);

    var difference =
        difference(work("serial", 1, record("/a", long1)), work("virtual", 1, record("/a", long2)));

    assertThat(difference.text()).contains("there").hasSizeLessThan(300);
  }

  @Test
  void requestsAreComparedByUrlWhereTheSiteIsOurs() throws IOException {
    var judge = new WorkJudge(PLAN, Optional.of(SITE));

    judge.judge(seen("serial", request("/", 0, true), request("/p", 20, true)));
    judge.judge(seen("virtual", request("/", 0, true), request("/q", 20, true)));

    assertThat(judge.proof().differences())
        .extracting(Difference::text)
        .containsExactly(
            "virtual differs from serial at http://h0.site.invalid/p: asked for never, not once");
  }

  @Test
  void requestsAreComparedByNumberWhereItIsNot() throws IOException {
    var difference =
        difference(work("serial", 7, record("/a", "one")), work("virtual", 8, record("/a", "one")));

    assertThat(difference.check()).isEqualTo(Check.REQUESTS);
    assertThat(difference.text()).contains("8 requests, not 7");
  }

  @Tag("spec:Q2")
  @Test
  void rudenessIsADifferenceByItself() throws IOException {
    var judge = new WorkJudge(PLAN, Optional.of(SITE));

    judge.judge(seen("serial", request("/", 0, true), request("/p", 2, true)));

    assertThat(judge.proof().differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.check()).isEqualTo(Check.POLITENESS);
          assertThat(difference.text()).startsWith("serial: only PT0.00");
        });
  }

  @Tag("spec:Q2")
  @Test
  void aLogThatIsNotWholeProvesNothing() throws IOException {
    var judge = new WorkJudge(PLAN, Optional.of(SITE));
    var work = seen("serial", request("/", 0, true));

    judge.judge(new Work("serial", 1, work.records(), 1, Optional.of(new Seen(List.of(), false))));

    assertThat(judge.isContent()).isFalse();
  }

  @Test
  void tenThousandRecordsAreCompared() throws IOException {
    var lines = IntStream.range(0, 10_000).mapToObj(i -> record("/" + i, "t" + i)).toList();
    var other = new ArrayList<>(lines.reversed());
    other.set(17, record("/9982", "changed"));

    var difference =
        difference(
            work("serial", 1, lines.toArray(String[]::new)),
            work("virtual", 1, other.toArray(String[]::new)));

    assertThat(difference.url()).isEqualTo("http://h/9982");
  }

  private Difference difference(Work one, Work other) throws IOException {
    var judge = new WorkJudge(PLAN, Optional.empty());
    judge.judge(one);
    judge.judge(other);
    return judge.proof().differences().getFirst();
  }

  private Work work(String engine, long requests, String... lines) throws IOException {
    var file = folder.resolve("records-" + files++);
    Files.write(file, List.of(lines));
    return new Work(engine, 1, file, requests, Optional.empty());
  }

  private Work seen(String engine, Request... requests) throws IOException {
    var work = work(engine, requests.length, record("/a", "one"));
    return new Work(
        engine, 1, work.records(), requests.length, Optional.of(new Seen(List.of(requests), true)));
  }

  private static String record(String path, String title) {
    return "{\"schema\":1,\"url\":\"http://h%s\",\"title\":\"%s\",\"links\":[\"a\"]}"
        .formatted(path, title);
  }

  private static Request request(String target, long millis, boolean answered) {
    long start = Duration.ofMillis(millis).toNanos();
    return new Request(new Place(0, target), 1, start, start + 1_000_000, answered);
  }
}
