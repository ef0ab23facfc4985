package dev.crawler.core.fetch;

import java.nio.ByteBuffer;

/// What a [WireTap] has heard, not cut out yet.
///
/// @param sent the request
/// @param received all that came, or the head of it and more when the body has no chunks
/// @param body as the client has read it
/// @param truncated whether the client stopped reading at the limit
/// @param mostChunked bytes that are kept of a body in chunks, or [#NOT_CHUNKED]
record HeardExchange(Body sent, Body received, Body body, boolean truncated, int mostChunked)
    implements Recording {
  /// The body came as it is.
  static final int NOT_CHUNKED = -1;

  @Override
  public boolean isKept() {
    return true;
  }

  @Override
  public long length() {
    return (long) received.length() + body.length();
  }

  @Override
  public Transcript transcript() {
    var request = Credentials.blottedOut(sent.bytes());
    var bytes = body.bytes();
    var answer = WireAnswer.in(received.bytes());
    if (mostChunked == NOT_CHUNKED) {
      var all = ByteBuffer.wrap(bytes);
      return new Transcript(request, answer.head(), all, all);
    }
    var chunks = new WireChunks(answer.rest(mostChunked));
    chunks.read(bytes.length, truncated);
    return new Transcript(
        request, answer.head(), chunks.read(), ByteBuffer.wrap(bytes, 0, chunks.content()));
  }

  @Override
  public void close() {
    sent.close();
    received.close();
  }
}
