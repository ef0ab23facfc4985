package dev.crawler.vertx.client;

import dev.crawler.core.fetch.BodyBuffer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/// A body as it is read, up to a limit. *Confined to its event loop.*
final class Body {
  private final HttpClientResponse response;
  private final BodyBuffer buffer;
  private final Promise<BodyBuffer> whole = Promise.promise();

  private Body(HttpClientResponse response, BodyBuffer buffer) {
    this.response = response;
    this.buffer = buffer;
  }

  /// Reads a body to its end, or until it is known to go beyond the limit, which leaves the
  /// connection to be closed. To be called before the response's first byte is handed out.
  ///
  /// @param declared bytes, or a negative number when that is not known
  static Future<BodyBuffer> read(HttpClientResponse response, long declared, int limit) {
    var body = new Body(response, new BodyBuffer(limit, declared));
    response
        .handler(body::add)
        .exceptionHandler(body.whole::tryFail)
        .endHandler(_ -> body.whole.tryComplete(body.buffer));
    return body.whole.future();
  }

  private void add(Buffer piece) {
    if (!whole.future().isComplete()) {
      buffer.add(((BufferInternal) piece).getByteBuf().nioBuffer());
      if (buffer.isOver()) {
        whole.tryComplete(buffer);
        response.request().reset();
      }
    }
  }
}
