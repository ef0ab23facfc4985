package dev.crawler.core.fetch;

import java.nio.ByteBuffer;

/// Listens to one request and its answer, so that an archive can have them as they went over the
/// wire. A client makes one for each attempt, and tells it what it sends, all that it reads up to
/// the end of the head and, when the body comes in chunks, all that it reads up to the end of the
/// body. It may tell of more than that; a body without chunks is known anyway. *Confined to one
/// thread at a time.*
public final class WireTap {
  /// Of a header section and what was read together with it; clients refuse longer ones.
  private static final int HEAD = 80 << 10;

  private static final int FIRST = 1 << 10;
  private static final int REQUEST = 1 << 20;

  private final int mostChunked;
  private final BodyBuffer sent = new BodyBuffer(REQUEST, FIRST);
  private final BodyBuffer received;

  /// Has heard nothing yet.
  ///
  /// @param mostChunked bytes that are kept of a body in chunks, what wraps them included
  public WireTap(int mostChunked) {
    this.mostChunked = mostChunked;
    received = new BodyBuffer((int) Math.min((long) HEAD + mostChunked, Integer.MAX_VALUE), FIRST);
  }

  /// Hears bytes on their way out; they stay where they are.
  public void send(ByteBuffer bytes) {
    sent.add(bytes.duplicate());
  }

  /// Hears bytes that came in; they stay where they are.
  public void receive(ByteBuffer bytes) {
    received.add(bytes.duplicate());
  }

  /// What was heard, when the client has understood it. Nothing more is heard afterwards.
  ///
  /// @param body what the client has read of the body, before any `Content-Encoding` is undone
  /// @param truncated whether it stopped reading at the limit
  public Recording recording(int status, Headers headers, Body body, boolean truncated) {
    int chunked = isChunked(status, headers) ? mostChunked : HeardExchange.NOT_CHUNKED;
    return new HeardExchange(sent.body(), received.body(), body, truncated, chunked);
  }

  private static boolean isChunked(int status, Headers headers) {
    return status != 204
        && status != 304
        && BodyLength.of(headers.all("Transfer-Encoding"), headers.all("Content-Length"))
            == BodyLength.CHUNKED;
  }
}
