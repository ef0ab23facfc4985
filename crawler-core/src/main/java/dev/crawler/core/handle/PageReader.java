package dev.crawler.core.handle;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an HTML page: decides its encoding, decodes once, parses, takes out facts and links.
/// *Immutable.*
final class PageReader {
  /// A base longer than this is ignored: each link would cost as much.
  private static final int MAX_BASE = 8192;

  private final String productToken;

  /// Reads pages for a robot of that name.
  PageReader(String productToken) {
    this.productToken = productToken;
  }

  /// Reads the page that came from that URL.
  ///
  /// @param robotsTags values of `X-Robots-Tag`
  HtmlPage read(
      DecodedBody.Content body,
      MediaType type,
      List<String> robotsTags,
      CrawlUrl url,
      Workbench bench) {
    var encoding = EncodingChoice.of(body.bytes(), body.length(), type);
    var robots = new RobotsDirectives(productToken);
    robots.addHeaders(robotsTags);
    var page = visit(body, encoding, robots, bench);
    var named = page.encoding();
    if (encoding.isTentative() && named != null && named != encoding.encoding()) {
      encoding = encoding.changedTo(named);
      page = visit(body, encoding, robots, bench);
    }
    return htmlPage(page, encoding, robots, url);
  }

  private static PageVisitor visit(
      DecodedBody.Content body, EncodingChoice encoding, RobotsDirectives robots, Workbench bench) {
    var visitor = new PageVisitor(robots);
    bench.parse(encoding.decode(body.bytes(), body.length())).traverse(visitor);
    return visitor;
  }

  private static HtmlPage htmlPage(
      PageVisitor page, EncodingChoice encoding, RobotsDirectives robots, CrawlUrl url) {
    var base = base(page.base(), url);
    var facts =
        new PageRecord.Html(
            page.title(),
            page.description(),
            canonical(page.canonical(), base),
            page.lang(),
            robots.result());
    return new HtmlPage(encoding, facts, links(page, base, robots.follow()));
  }

  private static PageLinks links(PageVisitor page, CrawlUrl base, boolean follow) {
    var links = new PageLinks.Gathering();
    var references = page.references();
    for (int i = 0; i < references.size(); i++) {
      if (base.resolve(references.get(i)) instanceof UrlResult.Valid(var link)
          && !links.add(link, page.mayFollow(i))) {
        break;
      }
    }
    return links.end(follow);
  }

  /// The base that references are relative to: the page's own URL unless the first base with an
  /// href is one that can be crawled. A later one never counts.
  private static CrawlUrl base(@Nullable String href, CrawlUrl url) {
    return href != null
            && href.length() <= MAX_BASE
            && url.resolve(href) instanceof UrlResult.Valid(var base)
        ? base
        : url;
  }

  private static @Nullable String canonical(@Nullable String href, CrawlUrl base) {
    return href != null && base.resolve(href) instanceof UrlResult.Valid(var url)
        ? url.request().href()
        : null;
  }
}
