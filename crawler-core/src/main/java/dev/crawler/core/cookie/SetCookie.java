package dev.crawler.core.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one `Set-Cookie` says (RFC 6265 section 5.2). *Confined to one thread: made for one field.*
final class SetCookie {
  /// Of name and value together, and of each attribute (RFC 6265bis section 5.6).
  static final int LONGEST = 4096;

  private static final int LONGEST_ATTRIBUTE = 1024;

  /// A cookie that says it lives for longer does not (RFC 6265bis section 5.5).
  private static final Duration LONGEST_LIFE = Duration.ofDays(400);

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,18}");

  private final String name;
  private final String value;
  private final Instant now;
  private String domain = "";
  private String path = "";
  private boolean secure;
  private boolean httpOnly;
  private @Nullable Instant expires;
  private @Nullable Instant maxAge;

  private SetCookie(String name, String value, Instant now) {
    this.name = name;
    this.value = value;
    this.now = now;
  }

  /// What a field says, if it says anything that is worth keeping.
  static Optional<SetCookie> parse(String field, Instant now) {
    int end = endOf(field, 0);
    int equals = field.indexOf('=');
    if (equals < 0 || equals > end) {
      return Optional.empty();
    }
    var name = field.substring(0, equals).strip();
    var value = field.substring(equals + 1, end).strip();
    if (name.isEmpty() || name.length() + value.length() > LONGEST || !isPrintable(name + value)) {
      return Optional.empty();
    }
    var cookie = new SetCookie(name, value, now);
    for (int start = end + 1; start <= field.length(); start = end + 1) {
      end = endOf(field, start);
      cookie.attribute(field.substring(start, end));
    }
    return Optional.of(cookie);
  }

  private static int endOf(String field, int start) {
    int semicolon = field.indexOf(';', start);
    return semicolon < 0 ? field.length() : semicolon;
  }

  /// Whether it may stand in a header, where every client writes it alike, and in a line of a file.
  static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
  }

  /// The cookie for a host that sent this, if that host may set it. Its domain is that of the
  /// attribute, or the host itself.
  Optional<Cookie> from(String host, String requestPath, boolean overTls) {
    boolean hostOnly = domain.isEmpty() || domain.equals(host) && isForHostAlone();
    if (!hostOnly && !mayBeSetBy(host) || secure && !overTls || !isPrintable(path)) {
      return Optional.empty();
    }
    var cookie =
        new Cookie(
            name,
            value,
            hostOnly ? host : domain,
            hostOnly,
            path.startsWith("/") ? path : CookiePath.defaultOf(requestPath),
            secure,
            httpOnly,
            end());
    return keepsItsPromise(cookie) ? Optional.of(cookie) : Optional.empty();
  }

  private boolean isForHostAlone() {
    return CookieDomain.isPublicSuffix(domain);
  }

  private boolean mayBeSetBy(String host) {
    return CookieDomain.covers(domain, host) && !CookieDomain.isPublicSuffix(domain);
  }

  /// What the prefix of a name promises (RFC 6265bis section 4.1.3).
  private boolean keepsItsPromise(Cookie cookie) {
    var prefix = name.toLowerCase(Locale.ROOT);
    if (prefix.startsWith("__host-")) {
      return cookie.secure() && domain.isEmpty() && cookie.path().equals("/");
    }
    return !prefix.startsWith("__secure-") || cookie.secure();
  }

  private Instant end() {
    var stated = maxAge != null ? maxAge : expires;
    if (stated == null) {
      return Cookie.SESSION;
    }
    var latest = now.plus(LONGEST_LIFE);
    return stated.isAfter(latest) ? latest : stated;
  }

  private void attribute(String text) {
    int equals = text.indexOf('=');
    var said = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (said.length() > LONGEST_ATTRIBUTE) {
      return;
    }
    switch ((equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT)) {
      case "domain" -> domain = withoutDot(said.toLowerCase(Locale.ROOT));
      case "path" -> path = said;
      case "secure" -> secure = true;
      case "httponly" -> httpOnly = true;
      case "expires" -> expires = CookieDate.parse(said).orElse(expires);
      case "max-age" -> maxAge = SECONDS.matcher(said).matches() ? after(said) : maxAge;
      default -> {} // SameSite is for pages that fetch parts of others
    }
  }

  private static String withoutDot(String text) {
    return text.startsWith(".") ? text.substring(1) : text;
  }

  private Instant after(String seconds) {
    long age = Math.clamp(Long.parseLong(seconds), 0, LONGEST_LIFE.toSeconds());
    return now.plusSeconds(age);
  }
}
