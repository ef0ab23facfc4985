package dev.crawler.core.url;

/// An http or https URL as the WHATWG URL Standard reads it. *Immutable.*
public final class CrawlUrl implements Comparable<CrawlUrl> {
  private final String href;

  private CrawlUrl(String href) {
    this.href = href;
  }

  /// Reads an absolute URL.
  public static UrlResult parse(String input) {
    return new UrlResult.Valid(new CrawlUrl(input));
  }

  /// Reads an absolute URL that is known to be one, such as a constant.
  ///
  /// @throws IllegalArgumentException naming the input and why it is none
  public static CrawlUrl of(String input) {
    return switch (parse(input)) {
      case UrlResult.Valid(var url) -> url;
      case UrlResult.Invalid(var why) -> throw new IllegalArgumentException(input + ": " + why);
      case UrlResult.Unsupported(var scheme) ->
          throw new IllegalArgumentException(input + ": scheme " + scheme);
    };
  }

  /// Reads a reference relative to this URL.
  public UrlResult resolve(String reference) {
    throw new UnsupportedOperationException(reference);
  }

  /// The whole serialisation, with user information and fragment when there are any.
  public String href() {
    return href;
  }

  /// The URL as it is sent: without fragment and user information. Itself when it has neither.
  public CrawlUrl request() {
    throw new UnsupportedOperationException();
  }

  /// What is deduplicated: the request URL with percent-escapes of unreserved characters decoded,
  /// hex digits in upper case and an empty query removed. The same String instance as the href when
  /// nothing changes.
  public String key() {
    throw new UnsupportedOperationException();
  }

  /// `user:password`, percent-decoded, or empty.
  public String userInfo() {
    throw new UnsupportedOperationException();
  }

  /// `http` or `https`.
  public String scheme() {
    throw new UnsupportedOperationException();
  }

  /// Serialised host: ASCII, lower case, IPv6 in brackets, a trailing dot kept.
  public String host() {
    throw new UnsupportedOperationException();
  }

  /// Effective port.
  public int port() {
    throw new UnsupportedOperationException();
  }

  /// Path without query, at least `/`.
  public String path() {
    throw new UnsupportedOperationException();
  }

  /// Path and query as sent in a request line and matched by robots.txt.
  public String pathAndQuery() {
    throw new UnsupportedOperationException();
  }

  /// Scheme, host and port.
  public Origin origin() {
    return new Origin(scheme(), host(), port());
  }

  /// What politeness is owed to.
  public HostKey hostKey() {
    throw new UnsupportedOperationException();
  }

  /// By href.
  @Override
  public int compareTo(CrawlUrl other) {
    return href.compareTo(other.href);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CrawlUrl url && url.href.equals(href);
  }

  @Override
  public int hashCode() {
    return href.hashCode();
  }

  /// The request URL: credentials never reach a log.
  @Override
  public String toString() {
    return request().href;
  }
}
