package dev.crawler.processes.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Dispatch;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Release;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  private static final CrawlUrl PAGE = CrawlUrl.of("http://ex.com/ä?b=c");
  private static final Origin ORIGIN = PAGE.origin();
  private static final Level LEVEL = new Level(true, 3, 11);

  static Stream<Order> orders() {
    var calls =
        Stream.of(Order.Wish.values())
            .map(wish ->
                new Order.RollCall(new UUID(-1, 2), "job", 7, 6, 3, 16, 2, wish, gone(wish)));
    return Stream.concat(
        calls,
        Stream.of(
            new Order.Introduce(),
            new Order.Weigh(),
            new Order.Rescan(),
            new Order.Applicants(LEVEL),
            new Order.Read(1L << 40, 1 << 20)));
  }

  private static Set<UUID> gone(Order.Wish wish) {
    return wish == Order.Wish.STOP ? Set.of(new UUID(3, -4), new UUID(5, 6)) : Set.of();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void anOrderIsReadAgain(Order order) {
    assertThat(OrderCodec.read(OrderCodec.write(order))).isEqualTo(order);
  }

  @Test
  void aReportIsReadAgain() {
    var partitions = new BitSet();
    partitions.set(0);
    partitions.set(270);
    var progress = new Progress(1, 2, 3, 4, 5, 6, 7, 8, Progress.Limit.DELAY);
    var tally = new CrawlReport(1, 2, 3, 4, 5, 6, 7, true);
    List<Event> events =
        List.of(
            new Event.DelayCapped(
                new HostKey("ex.com"), Duration.ofDays(9), Duration.ofSeconds(60)),
            new Event.RobotsUnavailable(ORIGIN),
            new Event.HostPaused(new HostKey("ex.com"), Duration.ofMillis(1)),
            new Event.OutOfScope(PAGE),
            new Event.LimitHit("max-pages"),
            new Event.Stuck(PAGE, Duration.ofSeconds(61)));
    var health = new Health(Set.of(new UUID(1, 2)), "no memory", "no space left");
    var report = new WorkerReport(true, 9, partitions, 2, LEVEL, progress, tally, events, health);

    assertThat(ReportCodec.read(ReportCodec.write(report))).isEqualTo(report);
  }

  @Test
  void whatAReportHasNotIsNullAgain() {
    var report =
        new WorkerReport(
            false,
            0,
            new BitSet(),
            0,
            null,
            Progress.START,
            CrawlReport.NONE,
            List.of(),
            Health.UNKNOWN);

    assertThat(ReportCodec.read(ReportCodec.write(report))).isEqualTo(report);
  }

  @Test
  void introductionsAndKeysAreReadAgain() {
    var introduction = new Introduction(3, Path.of("/tmp/ü"), "mark", true);
    var keys = List.of("http://ex.com/", "");

    assertThat(Messages.introduction(Messages.of(introduction))).isEqualTo(introduction);
    assertThat(Messages.keys(Messages.of(keys))).isEqualTo(keys);
  }

  @Test
  void whatIsReleasedIsReadAgain() {
    var levels = List.of(new Release(LEVEL, null), new Release(LEVEL, "http://ex.com/"));
    var released = new JobBoard.Released(levels, 7);

    assertThat(Messages.released(Messages.of(released))).isEqualTo(released);
  }

  @Test
  void theMannersOfAHostAreReadAgain() {
    Map<Origin, RobotsVerdict> robots =
        Map.of(
            ORIGIN,
            new RobotsVerdict.Found(RobotsRules.ALLOW_ALL),
            new Origin("https", "ex.com", 8443),
            new RobotsVerdict.Unavailable());
    var manners =
        new HostManners(
            new HostKey("ex.com"),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofMillis(1500),
            robots);

    assertThat(Messages.manners(Messages.of(manners))).isEqualTo(manners);
  }

  @Test
  void lettersAreReadAgain() {
    var moved = new Link(CrawlUrl.of("http://other/robots.txt"), 0, 1, PAGE);
    var dispatches =
        List.of(
            new Dispatch.Found(Link.seed(PAGE)),
            new Dispatch.RobotsWanted(moved),
            new Dispatch.RobotsRuled(PAGE, new RobotsVerdict.Forbidden()));

    assertThat(dispatches)
        .allSatisfy(
            dispatch -> assertThat(Letters.read(Letters.write(dispatch))).isEqualTo(dispatch));
  }
}
