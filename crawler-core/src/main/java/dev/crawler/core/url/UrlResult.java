package dev.crawler.core.url;

/// What became of a text that was read as a URL. *Immutable.*
public sealed interface UrlResult {
  /// An http or https URL.
  record Valid(CrawlUrl url) implements UrlResult {}

  /// No URL at all after the WHATWG URL Standard; `why` is one line for a person.
  record Invalid(String why) implements UrlResult {}

  /// A URL whose scheme is not crawled, such as `mailto` (lower case, without colon).
  record Unsupported(String scheme) implements UrlResult {}
}
