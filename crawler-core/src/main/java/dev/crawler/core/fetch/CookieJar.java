package dev.crawler.core.fetch;

import dev.crawler.core.url.CrawlUrl;

/// What servers had kept for them, and get back. Asked where the fields of a request are made, told
/// where an answer is judged, so that no engine and no client knows of it. *Thread-safe.*
public interface CookieJar {
  /// Keeps nothing.
  CookieJar NONE =
      new CookieJar() {
        @Override
        public String cookiesFor(CrawlUrl url) {
          return "";
        }

        @Override
        public void take(CrawlUrl url, Headers answer) {}
      };

  /// The value of `Cookie` for a request, or empty.
  String cookiesFor(CrawlUrl url);

  /// Takes in what the answer to a request sets, expires or deletes.
  void take(CrawlUrl url, Headers answer);
}
