package dev.crawler.tck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlanBuilder;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.record.EarlierOutput;
import dev.crawler.core.record.LineSink;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordFields;
import dev.crawler.core.record.RecordFormat;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import dev.crawler.tck.server.AnswerServer.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crawl that goes on from an earlier one asks for what has changed, and records everything.
interface ChangeContract extends EngineUnderTest {
  String HTML = "200 OK\r\nContent-Type: text/html; charset=utf-8";

  /// A start page with a tag, a page with a date that changes, one with neither, and one that the
  /// start page does not want followed.
  static Reply site(Request request, String news) {
    return switch (request.target()) {
      case "/" ->
          request.field("If-None-Match").equals("W/\"v1\"")
              ? Reply.of("304 Not Modified", "")
              : Reply.of(
                  HTML + "\r\nETag: W/\"v1\"",
                  "<title>Häuser</title><a href=/news><a href=/plain><a rel=nofollow href=/no>");
      case "/news" ->
          request.field("If-Modified-Since").equals(news)
              ? Reply.of("304 Not Modified", "")
              : Reply.of(HTML + "\r\nLast-Modified: " + news, "<title>" + news + "</title>");
      case "/plain" -> Reply.of(HTML, "<title>plain</title>");
      case "/stubborn" -> Reply.of("304 Not Modified", "");
      default -> Reply.of("404 Not Found", "");
    };
  }

  @Tag("spec:V1")
  @Tag("spec:V2")
  @Test
  default void whatHasNotChangedIsRecordedFromTheEarlierCrawl(@TempDir Path folder)
      throws IOException {
    Assumptions.assumeTrue(knowsEarlierCrawls(), "--since is refused");
    var file = folder.resolve("first.jsonl");
    try (var server = AnswerServer.start(request -> site(request, "monday"))) {
      var plan = plan(server, "/");
      var first = written(Crawl.of(this, plan.build()), file);

      try (var earlier = EarlierOutput.open(file)) {
        server.requests().clear();
        var second = Crawl.of(this, plan.earlier(earlier).build());

        assertThat(server.pages()).containsExactlyInAnyOrder("/", "/news", "/plain");
        assertThat(content(second)).isEqualTo(content(first));
        assertThat(unmodified(second)).containsExactlyInAnyOrder("/", "/news");
      }
    }
  }

  @Tag("spec:V2")
  @Test
  default void whatHasChangedIsFetched(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(knowsEarlierCrawls(), "--since is refused");
    var file = folder.resolve("first.jsonl");
    var news = new String[] {"monday"};
    try (var server = AnswerServer.start(request -> site(request, news[0]))) {
      var plan = plan(server, "/");
      var _ = written(Crawl.of(this, plan.build()), file);
      news[0] = "tuesday";

      try (var earlier = EarlierOutput.open(file)) {
        var second = Crawl.of(this, plan.earlier(earlier).build());

        assertThat(unmodified(second)).containsExactly("/");
        assertThat(second.records())
            .flatExtracting(page -> page.html() == null ? List.of() : List.of(page.html().title()))
            .contains("tuesday");
      }
    }
  }

  @Tag("spec:V3")
  @Test
  default void a304ThatWasNotAskedForIsNoPage() throws IOException {
    try (var server = AnswerServer.start(request -> site(request, "monday"))) {
      var crawl = Crawl.of(this, plan(server, "/stubborn").build());

      assertThat(crawl.records())
          .extracting(PageRecord::outcome)
          .containsExactly(RecordOutcome.REDIRECT);
    }
  }

  private static CrawlPlanBuilder plan(AnswerServer server, String path) {
    return Plans.everything(List.of(server.url(path))).depth(new Depth(3));
  }

  private static Crawl written(Crawl crawl, Path file) throws IOException {
    try (var sink =
        LineSink.to(Files.newOutputStream(file), RecordFormat.jsonLines(RecordFields.all()))) {
      for (var page : crawl.records()) {
        sink.write(page);
      }
    }
    return crawl;
  }

  /// What the records say of the pages, whichever way that was learnt.
  private static List<String> content(Crawl crawl) {
    var learnt = Set.of("status", "not_modified");
    var fields = ComparedFields.EXACT.stream().filter(name -> !learnt.contains(name)).toList();
    return crawl.sink().sortedLines(RecordFields.of(fields));
  }

  private static List<String> unmodified(Crawl crawl) {
    return crawl.records().stream()
        .filter(page -> page.version() != null && page.version().notModified())
        .filter(page -> page.status().orElse(0) == 304)
        .map(page -> page.url().replaceFirst("http://[^/]*", ""))
        .toList();
  }
}
