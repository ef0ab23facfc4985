package dev.crawler.http;

import dev.crawler.core.fetch.Headers;

/// The header section of a final answer. *Immutable.*
///
/// @param status 200 to 999: three digits are all that is asked of it
/// @param persistent whether the protocol version keeps connections open unless told otherwise
/// @param headers fields in their order
record ResponseHead(int status, boolean persistent, Headers headers) {
  private static final int CODING_OVERHEAD = 256;
  private static final long CODING_HEADER = 4 << 10;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// How many raw bytes are worth reading when so many decoded ones are wanted: a coding that makes
  /// a body longer adds a few bytes a block at most.
  int rawLimit(int decoded) {
    boolean encoded = headers.first("Content-Encoding").isPresent();
    long raw = encoded ? (long) decoded + decoded / CODING_OVERHEAD + CODING_HEADER : decoded;
    return (int) Math.min(raw, LARGEST_ARRAY);
  }

  /// Whether the server means to take another request on the connection (RFC 9112 section 9.3).
  boolean keepsAlive() {
    boolean keepAlive = persistent;
    for (var value : headers.all("Connection")) {
      for (var option : value.split(",", -1)) {
        if (option.strip().equalsIgnoreCase("close")) {
          return false;
        }
        keepAlive |= option.strip().equalsIgnoreCase("keep-alive");
      }
    }
    return keepAlive;
  }
}
