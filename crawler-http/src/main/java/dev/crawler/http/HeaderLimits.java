package dev.crawler.http;

import org.apache.hc.core5.http.config.Http1Config;

/// How much of a header section is read before the answer is called no HTTP.
final class HeaderLimits {
  /// Bytes of a header section, interim answers before it included; so also of one line.
  static final int SECTION = 64 << 10;

  /// Fields of a header section. Real ones have below a hundred.
  static final int FIELDS = 1_000;

  /// Answers of status 1xx before the final one.
  static final int INTERIM = 16;

  /// Fields after a chunked body, which are read and dropped.
  static final int TRAILERS = 16;

  /// The same for the library's readers of chunks and trailers.
  static final Http1Config TRAILER_CONFIG =
      Http1Config.custom().setMaxLineLength(SECTION).setMaxHeaderCount(TRAILERS).build();

  private HeaderLimits() {}
}
