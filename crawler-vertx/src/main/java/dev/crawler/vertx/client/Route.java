package dev.crawler.vertx.client;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.url.CrawlUrl;

/// What kept connections are kept for. *Immutable.*
///
/// @param secure whether over TLS
/// @param name what resolvers and certificates know the host by
/// @param port always given
record Route(boolean secure, String name, int port) {
  static Route of(CrawlUrl url) {
    return new Route(url.scheme().equals("https"), AddressBook.nameOf(url), url.port());
  }
}
