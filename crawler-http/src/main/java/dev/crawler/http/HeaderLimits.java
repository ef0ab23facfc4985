package dev.crawler.http;

import org.apache.hc.core5.http.config.Http1Config;

/// How much of a header section is read before the answer is called no HTTP.
///
/// The library's readers of streams and of events count differently: fields that reach the limit
/// are too many on a stream only, and a line that reaches it is too long among events only.
final class HeaderLimits {
  /// Bytes of a header section, interim answers before it included; so also of one line.
  static final int SECTION = 64 << 10;

  /// Fields of a header section. Real ones have below a hundred.
  private static final int FIELDS = 999;

  /// Fields behind the last chunk, which are read and dropped.
  private static final int TRAILERS = 15;

  private static final int BUFFER = 4 << 10; // bodies are read past it

  /// For header sections read from a stream.
  static final Http1Config HEAD = limits(FIELDS + 1, SECTION);

  /// For all else on a stream: chunk headers and trailers.
  static final Http1Config REST = limits(TRAILERS + 1, SECTION);

  /// For header sections that come as events.
  static final Http1Config EVENT_HEAD = limits(FIELDS, SECTION + 1);

  /// For all else that comes as events.
  static final Http1Config EVENT_REST = limits(TRAILERS, SECTION + 1);

  /// Chunks of one byte each take six.
  private static final long WRAPPING = 16;

  private HeaderLimits() {}

  /// How many bytes a chunked body may take when so many of its content are read.
  static long mostChunked(int maxBody) {
    return WRAPPING * maxBody + SECTION;
  }

  private static Http1Config limits(int fields, int line) {
    return Http1Config.custom()
        .setBufferSize(BUFFER)
        .setMaxLineLength(line)
        .setMaxHeaderCount(fields)
        .build();
  }
}
