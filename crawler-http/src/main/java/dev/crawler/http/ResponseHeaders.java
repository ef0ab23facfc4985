package dev.crawler.http;

import dev.crawler.core.fetch.Headers;
import java.util.ArrayList;
import org.apache.hc.core5.http.MessageHeaders;

/// What the header fields of an answer are to a crawler.
final class ResponseHeaders {
  private ResponseHeaders() {}

  /// The fields in the order they came.
  static Headers of(MessageHeaders message) {
    var fields = new ArrayList<Headers.Field>();
    for (var field : message.getHeaders()) {
      fields.add(new Headers.Field(field.getName(), field.getValue()));
    }
    return new Headers(fields);
  }
}
