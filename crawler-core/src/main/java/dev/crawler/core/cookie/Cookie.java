package dev.crawler.core.cookie;

import java.time.Instant;

/// A cookie as it is kept (RFC 6265 section 5.3). *Immutable.*
///
/// @param name never empty
/// @param value may be empty; quotes are part of it
/// @param domain in lower case, without a dot before it
/// @param hostOnly whether only that very host gets it, and none below it
/// @param path begins with `/`
/// @param secure whether it goes over TLS alone
/// @param httpOnly kept for the file's sake: no script runs here
/// @param expires when it ends; [#SESSION] for one that says nothing of its end
record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    Instant expires) {
  static final Instant SESSION = Instant.MAX;

  /// What there is one of: a later one replaces it.
  record Key(String name, String domain, String path) {}

  Key key() {
    return new Key(name, domain, path);
  }

  boolean isExpired(Instant now) {
    return !expires.isAfter(now);
  }

  /// Whether it goes into a request for that path of a host that its domain covers.
  boolean matches(String host, String requestPath, boolean overTls) {
    return (!hostOnly || host.equals(domain))
        && (!secure || overTls)
        && CookiePath.matches(path, requestPath);
  }
}
