package dev.crawler.tck.site;

/// What a host answers to `/robots.txt`.
public enum RobotsKind {
  /// 404: everything is allowed.
  MISSING,
  /// 403: everything is allowed too (RFC 9309 section 2.3.1.3).
  FORBIDDEN,
  /// An HTML page with status 200: no rules.
  PAGE,
  /// Rules.
  RULES,
  /// Rules that stand elsewhere on the same host.
  MOVED,
  /// Rules that stand on another host, and bind this one.
  MOVED_AWAY,
  /// 503: nothing of the host may be fetched.
  DOWN;

  /// What a crawler may do with a URL.
  enum Verdict {
    ALLOWED,
    DISALLOWED,
    UNKNOWN
  }

  /// Where the rules are read, when robots.txt moved on the same host.
  static final String MOVED_TO = "/rules.txt";

  /// Where another host's rules are read.
  static final String MOVED_AWAY_TO = "/shared/rules.txt";

  /// The rules: of the groups for `crawler`, which are two, the longest match decides; those of
  /// others must not.
  static String rules(String crawlDelay) {
    return """
    \uFEFF# robots of a synthetic site
    User-agent: *
    Disallow: /

    USER-AGENT : Crawler
    Disallow: /private/   # but see below
    Clean-param: x /list
    Allow: /private/open/
    %s

    User-agent: otherbot
    User-agent: somebot
    Disallow: /d0/

    user-agent: crawler/1.0
    disallow: /a/*/c/*7.html
    """
        .formatted(crawlDelay);
  }

  /// What the answer means for a path.
  Verdict verdict(String path) {
    return switch (this) {
      case MISSING, FORBIDDEN, PAGE -> Verdict.ALLOWED;
      case RULES, MOVED, MOVED_AWAY -> allows(path) ? Verdict.ALLOWED : Verdict.DISALLOWED;
      case DOWN -> Verdict.UNKNOWN;
    };
  }

  /// What the rules mean, said a second time without patterns.
  private static boolean allows(String path) {
    if (path.startsWith("/private/")) {
      return path.startsWith("/private/open/");
    }
    return !(path.startsWith("/a/") && path.contains("/c/") && path.endsWith("7.html"));
  }
}
