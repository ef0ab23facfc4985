package dev.crawler.vertx.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.Arrays;

/// A body as it is read, up to a limit. *Confined to its event loop.*
public final class Body {
  /// What is allocated on the word of a `Content-Length` alone; beyond it, memory follows the bytes
  /// that really come.
  private static final int TRUSTED = 256 << 10;

  private static final int FIRST = 8 << 10;

  private final HttpClientResponse response;
  private final Promise<Body> whole = Promise.promise();
  private final int limit;
  private final boolean longer;
  private byte[] bytes;
  private int count;
  private boolean truncated;

  private Body(HttpClientResponse response, long declared, int limit) {
    this.response = response;
    this.limit = limit;
    longer = declared > limit;
    long first = declared > 0 ? Math.min(declared, TRUSTED) : FIRST;
    bytes = new byte[(int) Math.min(limit, first)];
  }

  /// Reads a body to its end, or until it is known to go beyond the limit, which leaves the
  /// connection to be closed. To be called before the response's first byte is handed out.
  ///
  /// @param declared bytes, or a negative number when that is not known
  static Future<Body> read(HttpClientResponse response, long declared, int limit) {
    var body = new Body(response, declared, limit);
    response
        .handler(body::add)
        .exceptionHandler(body.whole::tryFail)
        .endHandler(_ -> body.whole.tryComplete(body));
    return body.whole.future();
  }

  /// What was read; not to be asked for twice.
  public byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  /// Whether there was more.
  public boolean isTruncated() {
    return truncated;
  }

  private void add(Buffer piece) {
    if (truncated) {
      return;
    }
    int room = limit - count;
    int length = Math.min(room, piece.length());
    reserve(count + length);
    piece.getBytes(0, length, bytes, count);
    count += length;
    if (piece.length() > room || longer && count == limit) {
      truncated = true;
      whole.tryComplete(this);
      response.request().reset();
    }
  }

  private void reserve(int length) {
    if (length > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(length, 2L * bytes.length)));
    }
  }
}
