package dev.crawler.core.handle;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the body of an answer into its record: decodes it, sums it up, and parses it if it is
/// HTML. *Immutable.*
final class AnswerReader {
  private final PageReader pages;
  private final int maxBody;

  AnswerReader(PageReader pages, int maxBody) {
    this.pages = pages;
    this.maxBody = maxBody;
  }

  /// A 2xx: its body counts, so one that cannot be read fails the page.
  Handled success(FetchTask task, FetchResult.Response response, Workbench bench) {
    return switch (bench.decoder().decode(response, maxBody)) {
      case DecodedBody.Unreadable(var reason, var message) ->
          PageJudge.failure(task, RecordDraft.answered(task, response), reason, message);
      case DecodedBody.Content body -> {
        var html = html(task, response, body, bench);
        var links = html == null ? PageLinks.NONE : html.links();
        var page =
            draft(task, response, body, html, bench)
                .links(links.all())
                .version(version(response, links))
                .ended(RecordOutcome.OK, html == null ? null : shortened(html));
        yield new Handled(new Outcome.Page(links.followable(), HostPressure.of(response)), page);
      }
    };
  }

  /// A 304 to a task that asked for changes: the record is that of the earlier crawl, but for how
  /// it was reached. Its links are followed as they were then.
  Handled unmodified(FetchTask task, FetchResult.Response response, PageRecord earlier) {
    var former = requireNonNull(earlier.version());
    var validators = Validators.of(response.headers()).orElse(former.validators());
    var page =
        RecordDraft.answered(task, response)
            .content(earlier.content())
            .html(earlier.html())
            .links(earlier.links())
            .version(new PageRecord.Version(validators, true, former.unfollowed()))
            .ended(RecordOutcome.OK, earlier.error());
    var links = PageLinks.followable(page);
    return new Handled(new Outcome.Page(links, HostPressure.of(response)), page);
  }

  /// A final 4xx or 5xx: the status is what counts, links are neither recorded nor followed.
  Handled error(FetchTask task, FetchResult.Response response, Workbench bench) {
    var page = draft(task, response, bench).ended(RecordOutcome.HTTP_ERROR, null);
    var pressure = HostPressure.of(response);
    return new Handled(
        response.status() < 500
            ? new Outcome.Page(List.of(), pressure)
            : new Outcome.Ended(pressure),
        page);
  }

  /// A draft with what can be read of the body, which is nothing when it is not what it says.
  RecordDraft draft(FetchTask task, FetchResult.Response response, Workbench bench) {
    return switch (bench.decoder().decode(response, maxBody)) {
      case DecodedBody.Unreadable _ -> RecordDraft.answered(task, response);
      case DecodedBody.Content body ->
          draft(task, response, body, html(task, response, body, bench), bench);
    };
  }

  private static PageRecord.@Nullable Version version(
      FetchResult.Response response, PageLinks links) {
    var validators = Validators.of(response.headers());
    return validators.isEmpty() ? null : new PageRecord.Version(validators, false, links.refused());
  }

  private static RecordDraft draft(
      FetchTask task,
      FetchResult.Response response,
      DecodedBody.Content body,
      @Nullable HtmlPage html,
      Workbench bench) {
    var content =
        new PageRecord.Content(
            response.headers().first("content-type").map(OneLine::of).orElse(null),
            html == null ? null : html.encoding().encoding().label(),
            html == null ? null : html.encoding().source().label(),
            body.length(),
            body.truncated(),
            bench.sha256(body.bytes(), body.length()));
    return RecordDraft.answered(task, response)
        .content(content)
        .html(html == null ? null : html.facts());
  }

  private @Nullable HtmlPage html(
      FetchTask task, FetchResult.Response response, DecodedBody.Content body, Workbench bench) {
    var type = MediaType.parse(response.headers().first("content-type").orElse(null));
    boolean html =
        type.isUnknown()
            ? BodySniffer.looksLikeHtml(body.bytes(), body.length())
            : type.isHtml() && !BodySniffer.isBinary(body.bytes(), body.length());
    return html
        ? pages.read(body, type, response.headers().all("x-robots-tag"), task.link().url(), bench)
        : null;
  }

  /// What was not taken of a page that has more of it than anybody reads.
  private static @Nullable String shortened(HtmlPage html) {
    if (html.links().capped()) {
      return "only the first " + html.links().all().size() + " links were taken";
    }
    return html.cut() ? "only the first " + Markup.MAX_TAGS + " tags were read" : null;
  }
}
