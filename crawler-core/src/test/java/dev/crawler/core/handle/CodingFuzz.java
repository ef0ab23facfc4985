package dev.crawler.core.handle;

import dev.crawler.core.fetch.ContentCoding;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fuzz.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Any bytes as a coded body; the first one chooses the coding: it ends as a value, within the
/// limit, and the same when it is decoded again. *No state.*
public final class CodingFuzz {
  private static final int LIMIT = 1 << 16;
  private static final FetchResult.Trace TRACE =
      new FetchResult.Trace(Instant.EPOCH, Duration.ZERO, "");

  private CodingFuzz() {}

  /// Called by the fuzzer, for each body that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    var codings = ContentCoding.values();
    var coding = codings[(input[0] & 0xFF) % codings.length];
    var headers = Headers.of("Content-Encoding", coding.label());
    var body = Arrays.copyOfRange(input, 1, input.length);
    var response = new FetchResult.Response(200, headers, body, false, TRACE);
    var decoder = new ContentDecoder(_ -> {});
    try {
      var first = text(decoder.decode(response, LIMIT));
      Law.holds(first.equals(text(decoder.decode(response, LIMIT))), "one content", coding);
    } finally {
      decoder.close();
    }
  }

  private static String text(DecodedBody decoded) {
    return switch (decoded) {
      case DecodedBody.Content(var bytes, var length, var truncated) -> {
        Law.holds(length <= LIMIT, "no more than the limit", length);
        yield truncated + " " + Arrays.hashCode(Arrays.copyOf(bytes, length));
      }
      case DecodedBody.Unreadable unreadable -> unreadable.toString();
    };
  }
}
