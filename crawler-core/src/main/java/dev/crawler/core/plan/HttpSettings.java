package dev.crawler.core.plan;

import dev.crawler.core.fetch.Headers;
import java.time.Duration;

/// How requests are made. *Immutable.*
///
/// @param connectTimeout until a connection stands
/// @param timeout in all, from name look-up to the last byte
/// @param maxBody decoded bytes kept of a body
/// @param userAgent value of `User-Agent`; its product token is what robots.txt is matched with
/// @param headers further request headers
/// @param verifyTls whether certificates and host names are verified
public record HttpSettings(
    Duration connectTimeout,
    Duration timeout,
    int maxBody,
    String userAgent,
    Headers headers,
    boolean verifyTls) {
  /// The contract's defaults.
  public static final HttpSettings DEFAULT =
      new HttpSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          10 << 20,
          UserAgent.DEFAULT,
          Headers.NONE,
          true);

  private static final int CODING_OVERHEAD = 256;
  private static final long CODING_HEADER = 4 << 10;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// Refuses nonsense, and characters that would end a header line early.
  public HttpSettings {
    if (!connectTimeout.isPositive() || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "a timeout must be positive: " + connectTimeout + ", " + timeout);
    }
    if (maxBody < 1) {
      throw new IllegalArgumentException("max-body must be 1 byte or more: " + maxBody);
    }
    UserAgent.productToken(userAgent);
    headers.fields().forEach(HttpSettings::requireSafe);
  }

  /// How many raw bytes of an answer's body are worth reading: a coding that makes a body longer
  /// adds a few bytes a block at most.
  public int rawLimit(Headers answer) {
    boolean encoded = answer.first("Content-Encoding").isPresent();
    long raw = encoded ? maxBody + maxBody / CODING_OVERHEAD + CODING_HEADER : maxBody;
    return (int) Math.min(raw, LARGEST_ARRAY);
  }

  /// Refuses a field whose name or value would end a header line early.
  public static void requireSafe(Headers.Field field) {
    var name = field.name();
    if (name.isEmpty() || !name.chars().allMatch(HttpSettings::isTokenCharacter)) {
      throw new IllegalArgumentException("not a header name: '" + UserAgent.printable(name) + "'");
    }
    if (!UserAgent.isFieldValue(field.value())) {
      throw new IllegalArgumentException("header " + name + " has a control character");
    }
  }

  private static boolean isTokenCharacter(int c) {
    return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }
}
