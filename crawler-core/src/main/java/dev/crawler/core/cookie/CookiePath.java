package dev.crawler.core.cookie;

/// The part of a site that a cookie is for (RFC 6265 section 5.1.4).
final class CookiePath {
  private CookiePath() {}

  /// What a cookie is for that does not say so: the folder of the page that set it.
  static String defaultOf(String requestPath) {
    int slash = requestPath.lastIndexOf('/');
    return slash <= 0 ? "/" : requestPath.substring(0, slash);
  }

  /// Whether the path of a request lies in that of a cookie.
  static boolean matches(String cookiePath, String requestPath) {
    return requestPath.startsWith(cookiePath)
        && (requestPath.length() == cookiePath.length()
            || cookiePath.endsWith("/")
            || requestPath.charAt(cookiePath.length()) == '/');
  }
}
