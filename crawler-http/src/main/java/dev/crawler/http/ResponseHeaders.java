package dev.crawler.http;

import dev.crawler.core.fetch.Headers;
import dev.crawler.core.plan.HttpSettings;
import java.util.ArrayList;
import org.apache.hc.core5.http.MessageHeaders;

/// What the header fields of an answer are to a crawler.
final class ResponseHeaders {
  private static final int CODING_OVERHEAD = 256;
  private static final long CODING_HEADER = 4 << 10;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private ResponseHeaders() {}

  /// The fields in the order they came.
  static Headers of(MessageHeaders message) {
    var fields = new ArrayList<Headers.Field>();
    for (var field : message.getHeaders()) {
      fields.add(new Headers.Field(field.getName(), field.getValue()));
    }
    return new Headers(fields);
  }

  /// How many raw bytes are worth reading: a coding that makes a body longer adds a few bytes a
  /// block at most.
  static int rawLimit(Headers headers, HttpSettings settings) {
    int decoded = settings.maxBody();
    boolean encoded = headers.first("Content-Encoding").isPresent();
    long raw = encoded ? decoded + decoded / CODING_OVERHEAD + CODING_HEADER : decoded;
    return (int) Math.min(raw, LARGEST_ARRAY);
  }
}
