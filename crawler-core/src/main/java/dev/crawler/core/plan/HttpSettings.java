package dev.crawler.core.plan;

import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.WireTap;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How requests are made. *Immutable.*
///
/// @param connectTimeout until a connection stands
/// @param timeout in all, from name look-up to the last byte
/// @param maxBody decoded bytes kept of a body
/// @param userAgent value of `User-Agent`; its product token is what robots.txt is matched with
/// @param headers further request headers
/// @param verifyTls whether certificates and host names are verified
/// @param proxy what all requests go through, if anything
/// @param cookies what servers had kept, for one crawl: the one part that is no value, and here
///   because requests are made of the settings
/// @param keepsWire whether each answer has a [dev.crawler.core.fetch.Transcript]
public record HttpSettings(
    Duration connectTimeout,
    Duration timeout,
    int maxBody,
    String userAgent,
    Headers headers,
    boolean verifyTls,
    Optional<ProxyServer> proxy,
    CookieJar cookies,
    boolean keepsWire) {
  /// The contract's defaults.
  public static final HttpSettings DEFAULT =
      new HttpSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          10 << 20,
          UserAgent.DEFAULT,
          Headers.NONE,
          true);

  private static final int CHUNK_OVERHEAD = 8;
  private static final int CHUNK_HEADERS = 64 << 10;
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

  /// Settings without a proxy, without cookies, and that keep no transcripts.
  public HttpSettings(
      Duration connectTimeout,
      Duration timeout,
      int maxBody,
      String userAgent,
      Headers headers,
      boolean verifyTls) {
    this(
        connectTimeout,
        timeout,
        maxBody,
        userAgent,
        headers,
        verifyTls,
        Optional.empty(),
        CookieJar.NONE,
        false);
  }

  /// The same through a proxy.
  public HttpSettings through(ProxyServer server) {
    return new HttpSettings(
        connectTimeout,
        timeout,
        maxBody,
        userAgent,
        headers,
        verifyTls,
        Optional.of(server),
        cookies,
        keepsWire);
  }

  /// The same with cookies.
  public HttpSettings keeping(CookieJar jar) {
    return new HttpSettings(
        connectTimeout, timeout, maxBody, userAgent, headers, verifyTls, proxy, jar, keepsWire);
  }

  /// The same, with transcripts of all answers.
  public HttpSettings keepingWire() {
    return new HttpSettings(
        connectTimeout, timeout, maxBody, userAgent, headers, verifyTls, proxy, cookies, true);
  }

  /// What an attempt tells of its bytes, or null when nobody asks for them. Of a body in chunks
  /// that are all wrapping and no content it keeps no more than one in decent ones would take.
  public @Nullable WireTap tap() {
    long mostChunked = (long) maxBody + maxBody / CHUNK_OVERHEAD + CHUNK_HEADERS;
    return keepsWire ? new WireTap((int) Math.min(mostChunked, LARGEST_ARRAY)) : null;
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

  /// Without the values of header fields, which may be secrets.
  @Override
  public String toString() {
    return "HttpSettings[connectTimeout=%s, timeout=%s, maxBody=%d, userAgent=%s, headers=%s, "
            .formatted(
                connectTimeout,
                timeout,
                maxBody,
                userAgent,
                headers.fields().stream().map(Headers.Field::name).toList())
        + "verifyTls=%s, proxy=%s, keepsWire=%s]".formatted(verifyTls, proxy, keepsWire);
  }

  private static boolean isTokenCharacter(int c) {
    return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }
}
