package dev.crawler.http;

import org.apache.hc.core5.http.config.Http1Config;

/// How much of a header section is read before the answer is called no HTTP.
final class HeaderLimits {
  /// Bytes of a header section, interim answers before it included; so also of one line.
  static final int SECTION = 64 << 10;

  private static final int BUFFER = 4 << 10; // bodies are read past it

  /// For header sections. Real ones have below a hundred fields.
  static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(SECTION).setMaxHeaderCount(1_000).build();

  /// For all else on a connection: chunk headers, and trailers, which are read and dropped.
  static final Http1Config TRAILERS =
      Http1Config.custom()
          .setBufferSize(BUFFER)
          .setMaxLineLength(SECTION)
          .setMaxHeaderCount(16)
          .build();

  /// Chunks of one byte each take six.
  private static final long WRAPPING = 16;

  private HeaderLimits() {}

  /// How many bytes a chunked body may take when so many of its content are read.
  static long mostChunked(int maxBody) {
    return WRAPPING * maxBody + SECTION;
  }
}
