package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.FetchTask.Purpose;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.record.CollectedRecords;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// Fetches and their results as the tests of the handler need them, and a handler whose records can
/// be looked at. *Confined to one test.*
final class Tasks {
  static final String URL = "http://ex.com/dir/page";
  static final FetchResult.Trace TRACE =
      new FetchResult.Trace(
          Instant.parse("2026-11-20T10:00:00.123Z"), Duration.ofMillis(45), "192.0.2.1");

  private final CollectedRecords records = new CollectedRecords();
  private final PageHandler handler;

  Tasks() {
    this(HttpSettings.DEFAULT);
  }

  Tasks(HttpSettings http) {
    this(CrawlPlan.of().http(http));
  }

  Tasks(SimHashing simHashing) {
    this(CrawlPlan.of().simHashing(simHashing));
  }

  private Tasks(CrawlPlanBuilder plan) {
    handler = new PageHandler(plan.build(), records);
  }

  static HttpSettings withMaxBody(int maxBody) {
    var standard = HttpSettings.DEFAULT;
    return new HttpSettings(
        standard.connectTimeout(),
        standard.timeout(),
        maxBody,
        standard.userAgent(),
        standard.headers(),
        standard.verifyTls());
  }

  /// The last attempt at a page.
  static FetchTask page(String url) {
    return new FetchTask(Link.seed(CrawlUrl.of(url)), Purpose.PAGE, 1, true, true, "", true);
  }

  /// An attempt at a page that may be repeated.
  static FetchTask firstTry(Purpose purpose) {
    return new FetchTask(Link.seed(CrawlUrl.of(URL)), purpose, 1, false, true, "", true);
  }

  /// The last attempt at a robots.txt.
  static FetchTask robots() {
    var url = CrawlUrl.of("http://ex.com/robots.txt");
    return new FetchTask(Link.seed(url), Purpose.ROBOTS, 3, true, true, "", true);
  }

  static FetchResult.Response response(int status, byte[] body, String... headers) {
    return new FetchResult.Response(status, Headers.of(headers), body, false, TRACE);
  }

  static FetchResult.Response html(String html) {
    return response(200, html.getBytes(UTF_8), "Content-Type", "text/html; charset=utf-8");
  }

  static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  Outcome handle(FetchTask task, FetchResult result) {
    try {
      return handler.handle(task, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The record of a page that was answered so.
  PageRecord record(FetchResult result) {
    var _ = handle(page(URL), result);
    return records.records().getLast();
  }

  CollectedRecords records() {
    return records;
  }
}
