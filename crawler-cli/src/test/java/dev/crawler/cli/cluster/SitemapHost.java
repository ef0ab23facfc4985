package dev.crawler.cli.cluster;

import dev.crawler.tck.server.AnswerServer;
import dev.crawler.tck.server.AnswerServer.Reply;
import dev.crawler.tck.site.Site;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// A host of sitemaps beside a site: an index, and below it one sitemap for each host of the site.
/// What is asked here counts there. *Thread-safe.*
final class SitemapHost implements AutoCloseable {
  private static final int LISTED_PAGES = 3;

  private final Site site;
  private final AnswerServer server;

  private SitemapHost(ServedSite site) throws IOException {
    this.site = site.site();
    this.server =
        AnswerServer.start(request -> {
          site.arrivedElsewhere();
          return answer(request.target());
        });
  }

  static SitemapHost beside(ServedSite site) throws IOException {
    return new SitemapHost(site);
  }

  /// Options by which a crawl reads them.
  List<String> options() {
    return List.of("--sitemap", server.url("/index.xml"), "--allow-private");
  }

  private Reply answer(String target) {
    var hosts = IntStream.range(0, site.plan().hosts()).boxed().toList();
    if (target.equals("/index.xml")) {
      return xml(
          "sitemapindex",
          "sitemap",
          hosts.stream().map(host -> server.url("/host-" + host + ".xml")).toList());
    }
    return hosts.stream()
        .filter(host -> target.equals("/host-" + host + ".xml"))
        .findFirst()
        .map(host -> xml("urlset", "url", pages(host)))
        .orElseGet(() -> Reply.of("404 Not Found", ""));
  }

  private List<String> pages(int host) {
    return IntStream.range(0, LISTED_PAGES)
        .mapToObj(page -> site.key(site.page(host, page)))
        .toList();
  }

  private static Reply xml(String root, String element, List<String> urls) {
    var text = new StringBuilder("<" + root + ">");
    urls.forEach(url -> text.append("<%s><loc>%s</loc></%s>".formatted(element, url, element)));
    return Reply.of("200 OK\r\nContent-Type: application/xml", text + "</" + root + ">");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
