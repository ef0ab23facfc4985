package dev.crawler.core.handle;

import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.simhash.SimHash;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads an HTML page: decides its encoding, decodes once, parses, takes out facts and links.
/// *Immutable.*
final class PageReader {
  /// A base longer than this is ignored: each link would cost as much.
  private static final int MAX_BASE = 8192;

  private final String productToken;
  private final SimHashing simHashing;

  /// Reads pages for a robot of that name.
  PageReader(String productToken, SimHashing simHashing) {
    this.productToken = productToken;
    this.simHashing = simHashing;
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
    var markup = markup(body, encoding);
    var tree = bench.parse(markup.text());
    var page = visit(tree, robots);
    var named = page.encoding();
    if (encoding.isTentative() && named != null && named != encoding.encoding()) {
      encoding = encoding.changedTo(named);
      markup = markup(body, encoding);
      tree = bench.parse(markup.text());
      page = visit(tree, robots);
    }
    var facts = facts(page, robots, url, VisibleText.hash(tree, simHashing));
    return new HtmlPage(encoding, facts, links(page, url, robots.follow()), markup.cut());
  }

  private static Markup markup(DecodedBody.Content body, EncodingChoice encoding) {
    return Markup.of(encoding.decode(body.bytes(), body.length()));
  }

  private static PageVisitor visit(Document tree, RobotsDirectives robots) {
    var visitor = new PageVisitor(robots);
    visitor.gather(tree);
    return visitor;
  }

  private static PageRecord.Html facts(
      PageVisitor page, RobotsDirectives robots, CrawlUrl url, @Nullable SimHash simHash) {
    return new PageRecord.Html(
        page.title(),
        page.description(),
        canonical(page.canonical(), base(page.base(), url)),
        page.lang(),
        robots.result(),
        simHash);
  }

  private static PageLinks links(PageVisitor page, CrawlUrl url, boolean follow) {
    var base = base(page.base(), url);
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
