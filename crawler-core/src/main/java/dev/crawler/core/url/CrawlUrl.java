package dev.crawler.core.url;

/// An http or https URL as the WHATWG URL Standard reads it: its serialisation, and where in it
/// each part begins. A million of these are queued, so no part is kept as a String of its own (40
/// bytes beside the text, one allocation for each call that asks for a part). *Immutable.*
public final class CrawlUrl implements Comparable<CrawlUrl> {
  private static final int AFTER_SCHEME = "://".length();

  private final String href;
  private final int hostStart;
  private final int hostEnd;
  private final int pathStart;
  private final int queryStart;
  private final int fragmentStart;

  /// Made by {@link UrlWriter} alone: nothing is checked here. A part that is absent begins where
  /// the next one does.
  CrawlUrl(
      String href, int hostStart, int hostEnd, int pathStart, int queryStart, int fragmentStart) {
    this.href = href;
    this.hostStart = hostStart;
    this.hostEnd = hostEnd;
    this.pathStart = pathStart;
    this.queryStart = queryStart;
    this.fragmentStart = fragmentStart;
  }

  /// Reads an absolute URL.
  public static UrlResult parse(String input) {
    return UrlParser.parse(input, null);
  }

  /// Reads an absolute URL that is known to be one, such as a constant.
  ///
  /// @throws IllegalArgumentException naming the input, unless it may hold a password, and why it
  ///   is no such URL
  public static CrawlUrl of(String input) {
    return switch (parse(input)) {
      case UrlResult.Valid(var url) -> url;
      case UrlResult.Invalid(var why) -> throw new IllegalArgumentException(shown(input) + why);
      case UrlResult.Unsupported(var scheme) ->
          throw new IllegalArgumentException(shown(input) + "scheme " + scheme + " is not crawled");
    };
  }

  private static String shown(String input) {
    return input.indexOf('@') < 0 ? input + ": " : "";
  }

  /// Reads a reference relative to this URL.
  public UrlResult resolve(String reference) {
    return UrlParser.parse(reference, this);
  }

  /// The whole serialisation, with user information and fragment when there are any.
  public String href() {
    return href;
  }

  /// The URL as it is sent: without fragment and user information. Itself when it has neither.
  public CrawlUrl request() {
    var authority = authorityStart();
    if (authority == hostStart && fragmentStart == href.length()) {
      return this;
    }
    var cut = hostStart - authority;
    var text =
        new StringBuilder(fragmentStart - cut)
            .append(href, 0, authority)
            .append(href, hostStart, fragmentStart);
    return new CrawlUrl(
        text.toString(),
        authority,
        hostEnd - cut,
        pathStart - cut,
        queryStart - cut,
        fragmentStart - cut);
  }

  /// What is deduplicated: the request URL with percent-escapes of unreserved characters decoded,
  /// hex digits in upper case and an empty query removed. The same String instance as the href when
  /// nothing changes. Computed on each call.
  public String key() {
    var sent = request();
    return UrlKey.of(sent.href, sent.pathStart, sent.queryStart);
  }

  /// `user:password`, percent-decoded, as HTTP Basic wants it, or empty.
  public String userInfo() {
    var from = authorityStart();
    if (from == hostStart) {
      return "";
    }
    var written = PercentCoding.decode(href.substring(from, hostStart - 1));
    return href.indexOf(':', from, hostStart) < 0 ? written + ":" : written;
  }

  /// `http` or `https`.
  public String scheme() {
    return href.charAt(4) == 's' ? "https" : "http";
  }

  /// Serialised host: ASCII, lower case, IPv6 in brackets, a trailing dot kept.
  public String host() {
    return href.substring(hostStart, hostEnd);
  }

  /// Effective port.
  public int port() {
    return hostEnd == pathStart
        ? Authority.defaultPort(scheme())
        : Integer.parseInt(href, hostEnd + 1, pathStart, 10);
  }

  /// Path without query, at least `/`.
  public String path() {
    return href.substring(pathStart, queryStart);
  }

  /// Path and query as sent in a request line and matched by robots.txt.
  public String pathAndQuery() {
    return href.substring(pathStart, fragmentStart);
  }

  /// Scheme, host and port.
  public Origin origin() {
    return new Origin(scheme(), host(), port());
  }

  /// What politeness is owed to.
  public HostKey hostKey() {
    var dotted = href.charAt(hostEnd - 1) == '.' && hostEnd - hostStart > 1;
    return new HostKey(
        dotted
            ? href.substring(hostStart, hostEnd - 1) + href.substring(hostEnd, pathStart)
            : href.substring(hostStart, pathStart));
  }

  private int authorityStart() {
    return scheme().length() + AFTER_SCHEME;
  }

  int hostStart() {
    return hostStart;
  }

  int hostEnd() {
    return hostEnd;
  }

  int pathStart() {
    return pathStart;
  }

  int queryStart() {
    return queryStart;
  }

  int fragmentStart() {
    return fragmentStart;
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
