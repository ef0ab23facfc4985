package dev.crawler.core.handle;

/// What a status code means to a crawl (RFC 9110 section 15).
enum StatusClass {
  /// 200 to 299.
  SUCCESS,
  /// 301, 302, 303, 307, 308: the answer is elsewhere.
  REDIRECT,
  /// Any other 3xx: there is nowhere to go.
  OTHER_REDIRECT,
  /// 408, 425, 429, 500, 502, 503, 504: may be well again soon.
  PASSING_ERROR,
  /// Any other code from 400 on; 600 to 999 too, which some sites make up.
  FINAL_ERROR,
  /// Below 200, or above 999: nothing that can end an exchange.
  NONSENSE;

  private static final int GREATEST = 999;

  static StatusClass of(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> REDIRECT;
      case 408, 425, 429, 500, 502, 503, 504 -> PASSING_ERROR;
      default -> {
        if (status < 200 || status > GREATEST) {
          yield NONSENSE;
        }
        yield status < 300 ? SUCCESS : status < 400 ? OTHER_REDIRECT : FINAL_ERROR;
      }
    };
  }
}
