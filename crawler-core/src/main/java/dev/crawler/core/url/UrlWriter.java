package dev.crawler.core.url;

/// Writes the serialisation of one URL from left to right and notes where its parts begin. Paths
/// are kept flat: a segment is appended with its slash, and `..` cuts at the last slash, so each
/// character is written and removed at most once and the time is linear. *Confined to one parse.*
final class UrlWriter {
  private final String text;
  private final StringBuilder out;
  private int hostStart;
  private int hostEnd;
  private int pathStart;
  private int queryStart;

  /// Begins an absolute URL.
  UrlWriter(String text, String scheme) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 8).append(scheme).append("://");
  }

  /// Begins with the first `kept` characters of `base`, its authority at least.
  UrlWriter(String text, CrawlUrl base, int kept) {
    this.text = text;
    this.out = new StringBuilder(kept + text.length() + 8).append(base.href(), 0, kept);
    this.hostStart = base.hostStart();
    this.hostEnd = base.hostEnd();
    this.pathStart = base.pathStart();
    this.queryStart = base.queryStart();
  }

  /// Writes the authority that was read from `from`. Ends before the path.
  void authority(int from, Authority.WellFormed authority) {
    if (authority.at() > from) {
      userInfo(from, authority.at());
    }
    hostStart = out.length();
    out.append(authority.host());
    hostEnd = out.length();
    if (authority.port() != Authority.STANDARD_PORT) {
      out.append(':').append(authority.port());
    }
    pathStart = out.length();
  }

  /// Writes user name and password, where either is not empty.
  private void userInfo(int from, int end) {
    var colon = text.indexOf(':', from, end);
    var nameEnd = colon < 0 ? end : colon;
    var hasPassword = end - nameEnd > 1;
    if (nameEnd == from && !hasPassword) {
      return;
    }
    PercentCoding.encode(text, from, nameEnd, EncodeSet.USER_INFO, out);
    if (hasPassword) {
      out.append(':');
      PercentCoding.encode(text, nameEnd + 1, end, EncodeSet.USER_INFO, out);
    }
    out.append('@');
  }

  /// Writes the path that is read from `from`, where its first segment begins, then the rest.
  CrawlUrl path(int from) {
    var start = from;
    while (true) {
      var end = UrlText.endOfPart(text, start);
      var last = !UrlText.isSlash(text, end);
      segment(start, end, last);
      if (last) {
        queryStart = out.length();
        return query(end);
      }
      start = end + 1;
    }
  }

  private void segment(int from, int end, boolean last) {
    var dots = DotSegment.dots(text, from, end);
    if (dots == 0) {
      out.append('/');
      PercentCoding.encode(text, from, end, EncodeSet.PATH, out);
      return;
    }
    if (dots == 2) {
      removeLastSegment();
    }
    if (last) {
      out.append('/');
    }
  }

  private void removeLastSegment() {
    var i = out.length();
    while (i > pathStart && out.charAt(i - 1) != '/') {
      i--;
    }
    out.setLength(Math.max(i - 1, pathStart));
  }

  /// Writes the query when one begins at `from`, then the fragment.
  CrawlUrl query(int from) {
    if (from == text.length() || text.charAt(from) != '?') {
      return fragment(from);
    }
    var hash = text.indexOf('#', from);
    var end = hash < 0 ? text.length() : hash;
    out.append('?');
    PercentCoding.encode(text, from + 1, end, EncodeSet.QUERY, out);
    return fragment(end);
  }

  /// Writes the fragment when one begins at `from`. Ends the URL.
  CrawlUrl fragment(int from) {
    var fragmentStart = out.length();
    if (from < text.length()) {
      out.append('#');
      PercentCoding.encode(text, from + 1, text.length(), EncodeSet.FRAGMENT, out);
    }
    return new CrawlUrl(out.toString(), hostStart, hostEnd, pathStart, queryStart, fragmentStart);
  }
}
