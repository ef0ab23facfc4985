package dev.crawler.http;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.url.CrawlUrl;
import org.apache.hc.core5.http.HttpHost;

/// What the client calls a target: the key of kept connections, and the name that resolvers and
/// certificates know.
final class Route {
  private Route() {}

  /// The target of a URL: no brackets, no dot at the end of the name, always a port.
  static HttpHost of(CrawlUrl url) {
    return new HttpHost(url.scheme(), AddressBook.nameOf(url), url.port());
  }
}
