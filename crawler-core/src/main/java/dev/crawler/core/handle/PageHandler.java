package dev.crawler.core.handle;

import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchFailure;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Journal;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Pressure;
import dev.crawler.core.fetch.ProxyException;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.record.Archive;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.Sink;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns what the network gave into an outcome for the session and, when the task is over, a record
/// for the sink. Costs hundreds of microseconds of CPU for a page; may block on the sink.
/// *Thread-safe.*
public final class PageHandler {
  private final Sink sink;
  private final Archive archive;
  private final PageJudge pages;
  private final RobotsJudge robots;
  private final SitemapJudge sitemaps;
  private final Optional<ProxyServer> proxy;
  private final CookieJar cookies;
  private final Journal journal;
  private final Depth depth;
  private final WorkbenchPool benches = new WorkbenchPool();

  /// A handler for one run that archives nothing.
  public PageHandler(CrawlPlan plan, Sink sink) {
    this(plan, sink, Archive.NONE);
  }

  /// A handler for one run.
  public PageHandler(CrawlPlan plan, Sink sink, Archive archive) {
    var token = plan.productToken();
    int maxBody = plan.http().maxBody();
    this.sink = sink;
    this.archive = archive;
    this.proxy = plan.http().proxy();
    this.cookies = plan.http().cookies();
    this.journal = plan.journal();
    this.depth = plan.depth();
    var reader = new PageReader(token, plan.simHashing());
    this.pages = new PageJudge(new AnswerReader(reader, maxBody), plan.earlier());
    this.robots = new RobotsJudge(token, maxBody);
    this.sitemaps = new SitemapJudge(maxBody);
  }

  /// Handles the result of a fetch. A fault of our own while doing so costs that page alone, which
  /// then ends as `failed: internal`.
  ///
  /// @throws IOException when the archive could not take the answer, or the sink the record: the
  ///   run must end
  public Outcome handle(FetchTask task, FetchResult result) throws IOException {
    if (isLeftOver(task, result)) {
      return new Outcome.Retry(Pressure.NONE);
    }
    var heard = isProxys(result) ? refusal(result) : result;
    var handled = archived(task, heard);
    journal.heard(task, handled.outcome());
    if (handled.page() != null) {
      sink.write(handled.page(), settlement(task.link(), handled.outcome()));
    }
    return handled.outcome();
  }

  /// Whether it was cancelled, and is fetched when the crawl goes on.
  private boolean isLeftOver(FetchTask task, FetchResult result) {
    return journal.isKept()
        && task.purpose() == FetchTask.Purpose.PAGE
        && result instanceof FetchResult.Unreachable(var reason, var _, var _)
        && reason == FailureReason.CANCELLED;
  }

  private Settlement settlement(Link link, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Page(var links, var _) when depth.admits(link.depth() + 1) ->
          new Settlement.Fetched(link, Optional.empty(), links);
      case Outcome.Redirect(var target, var _) -> new Settlement.Fetched(link, target, List.of());
      case Outcome.Page _, Outcome.Ended _, Outcome.Retry _, Outcome.Robots _, Outcome.Sitemap _ ->
          new Settlement.Fetched(link, Optional.empty(), List.of());
    };
  }

  /// Judges the result and hands it to the archive; what it holds is free afterwards. Both are one
  /// piece of work, so that of large answers a few at a time are in memory, with their records.
  private Handled archived(FetchTask task, FetchResult result) throws IOException {
    var bench = benches.borrow();
    try {
      var handled = judge(task, result, bench);
      if (result instanceof FetchResult.Response response && response.recording().isKept()) {
        bench.expect(response.recording().length());
        archive.write(task, response, sumOfRaw(response, handled.page()));
      }
      return handled;
    } finally {
      benches.giveBack(bench);
      if (result instanceof FetchResult.Response response) {
        response.close();
      }
    }
  }

  /// The checksum in the record, when the body that it is of has no coding.
  private static @Nullable String sumOfRaw(
      FetchResult.Response response, @Nullable PageRecord page) {
    var content = page == null ? null : page.content();
    return content != null && response.headers().first("Content-Encoding").isEmpty()
        ? content.sha256()
        : null;
  }

  /// The lines of an answer to a robots.txt task that decide on a URL: for a person who wonders,
  /// and read anew for them.
  public RobotsPassage passage(FetchResult.Response response, CrawlUrl url) {
    var bench = benches.borrow();
    var passage = robots.passage(response, url, bench);
    benches.giveBack(bench);
    return passage;
  }

  /// Records a URL that is not fetched.
  ///
  /// @throws IOException when the sink could not take the record: the run must end
  public void exclude(Exclusion exclusion) throws IOException {
    sink.write(RecordDraft.excluded(exclusion), new Settlement.Excluded(exclusion));
  }

  /// Whether no origin has said it: 407 is for proxies (RFC 9110 section 15.5.8).
  private boolean isProxys(FetchResult result) {
    return proxy.isPresent()
        && result instanceof FetchResult.Response response
        && response.status() == 407;
  }

  private FetchResult refusal(FetchResult result) {
    var refused = ProxyException.refused(proxy.orElseThrow(), 407);
    return FetchFailure.PROXY.at(result.trace(), refused);
  }

  /// After a fault the state of the bench is unknown.
  private Handled judge(FetchTask task, FetchResult result, Workbench bench) {
    try {
      if (result instanceof FetchResult.Response response) {
        cookies.take(task.link().url(), response.headers());
      }
      return switch (task.purpose()) {
        case PAGE -> pages.judge(task, result, bench);
        case ROBOTS -> new Handled(robots.judge(task, result, bench), null);
        case SITEMAP -> new Handled(sitemaps.judge(task, result, bench), null);
      };
    } catch (RuntimeException | StackOverflowError | AssertionError fault) {
      bench.spoil();
      return fault(task, result, fault);
    }
  }

  private static Handled fault(FetchTask task, FetchResult result, Throwable fault) {
    return switch (task.purpose()) {
      case PAGE ->
          PageJudge.failure(
              task,
              RecordDraft.fetched(task, result.trace()),
              FailureReason.INTERNAL,
              fault.toString());
      case ROBOTS -> new Handled(RobotsJudge.unavailable(task, false, Pressure.NONE), null);
      case SITEMAP ->
          new Handled(SitemapJudge.unavailable(task, false, Pressure.NONE, fault.toString()), null);
    };
  }
}
