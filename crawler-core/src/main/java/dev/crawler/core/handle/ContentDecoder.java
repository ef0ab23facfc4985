package dev.crawler.core.handle;

import dev.crawler.core.fetch.ContentCoding;
import dev.crawler.core.fetch.FailureReason;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.handle.zstd.ZstdDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Undoes `Content-Encoding` (RFC 9110 section 8.4), never past the body limit: a bomb costs the
/// limit and no more, however many codings are stacked. *Confined to its workbench.*
final class ContentDecoder {
  /// More stacked codings than this are an attack.
  private static final int MAX_CODINGS = 5;

  private final IntConsumer expect;
  private final Inflation inflation;
  private @Nullable ZstdDecoder zstd;

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

  /// The same, and gzip is undone that the answer does not speak of: a file that is stored so.
  DecodedBody decodeFile(FetchResult.Response response, int limit) {
    return switch (decode(response, limit)) {
      case DecodedBody.Content file when GzipFraming.startsAt(file, 0) ->
          inflation.gunzip(file, limit);
      case DecodedBody decoded -> decoded;
    };
  }

  /// Empty stays empty, whatever it says: servers label answers without a body, too.
  private DecodedBody undo(String coding, DecodedBody.Content content, int limit) {
    var known = ContentCoding.named(coding);
    if (known.isEmpty()) {
      return new DecodedBody.Unreadable(
          FailureReason.DECODE, "content coding '" + shown(coding) + "' was not asked for");
    }
    return content.length() == 0 ? content : undo(known.get(), content, limit);
  }

  private DecodedBody undo(ContentCoding coding, DecodedBody.Content content, int limit) {
    return switch (coding) {
      case GZIP -> inflation.gunzip(content, limit);
      case DEFLATE -> inflation.inflate(content, limit);
      case BROTLI -> Brotli.decode(content, limit, expect);
      case ZSTD -> zstd(content, limit);
    };
  }

  private DecodedBody zstd(DecodedBody.Content in, int limit) {
    if (zstd == null) {
      zstd = new ZstdDecoder(expect);
    }
    var end = zstd.decode(in.bytes(), in.length(), limit);
    return switch (end) {
      case DONE -> new DecodedBody.Content(zstd.bytes(), zstd.length(), in.truncated());
      case LIMIT -> new DecodedBody.Content(zstd.bytes(), zstd.length(), true);
      case INPUT_ENDED ->
          in.truncated()
              ? new DecodedBody.Content(zstd.bytes(), zstd.length(), true)
              : new DecodedBody.Unreadable(FailureReason.TRUNCATED, "zstd body ends early");
      case INVALID -> new DecodedBody.Unreadable(FailureReason.DECODE, "body is not zstd");
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
    if (zstd != null) {
      zstd.trim();
    }
  }

  /// Frees what lies outside the heap.
  void close() {
    inflation.close();
  }
}
