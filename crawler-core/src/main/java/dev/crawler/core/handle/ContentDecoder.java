package dev.crawler.core.handle;

import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Undoes `Content-Encoding` (RFC 9110 section 8.4), never past the body limit: a bomb costs the
/// limit and no more, however many codings are stacked. *Confined to its workbench.*
final class ContentDecoder {
  /// More stacked codings than this are an attack.
  private static final int MAX_CODINGS = 5;

  private final IntConsumer expect;
  private final Inflation inflation;

  /// @param expect hears how many bytes a body is about to take, and waits until it may
  ContentDecoder(IntConsumer expect) {
    this.expect = expect;
    inflation = new Inflation(expect);
  }

  /// The content of that answer, at most `limit` bytes of it.
  DecodedBody decode(FetchResult.Response response, int limit) {
    var codings = codings(response.headers());
    if (codings.size() > MAX_CODINGS) {
      return new DecodedBody.Unreadable(
          FailureReason.PROTOCOL, codings.size() + " stacked content codings");
    }
    expect.accept(response.body().length());
    var body = response.body().bytes();
    var content = new DecodedBody.Content(body, body.length, response.truncated());
    for (var coding : codings.reversed()) {
      switch (undo(coding, content, limit)) {
        case DecodedBody.Content inner -> content = inner;
        case DecodedBody.Unreadable unreadable -> {
          return unreadable;
        }
      }
    }
    return content.length() <= limit
        ? content
        : new DecodedBody.Content(content.bytes(), limit, true);
  }

  /// Empty stays empty, whatever it says: servers label answers without a body, too.
  private DecodedBody undo(String coding, DecodedBody.Content content, int limit) {
    return switch (coding) {
      case "gzip", "x-gzip" -> content.length() == 0 ? content : inflation.gunzip(content, limit);
      case "deflate" -> content.length() == 0 ? content : inflation.inflate(content, limit);
      default ->
          new DecodedBody.Unreadable(
              FailureReason.DECODE, "content coding '" + shown(coding) + "' was not asked for");
    };
  }

  private static String shown(String coding) {
    return coding.substring(0, Math.min(coding.length(), 40)).replaceAll("[^ -~]", "?");
  }

  private static List<String> codings(Headers headers) {
    var codings = new ArrayList<String>();
    for (var value : headers.all("content-encoding")) {
      for (var coding : value.split(",", -1)) {
        var name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity")) {
          codings.add(name);
        }
      }
    }
    return codings;
  }

  /// Lets go of what one huge page made large.
  void trim() {
    inflation.trim();
  }

  /// Frees what lies outside the heap.
  void close() {
    inflation.close();
  }
}
