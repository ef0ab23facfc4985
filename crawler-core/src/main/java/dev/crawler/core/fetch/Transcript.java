package dev.crawler.core.fetch;

import java.nio.ByteBuffer;

/// What went over the wire for one answer, as an archive wants it: within TLS, interim answers left
/// out, credentials of the request blotted out. Each call of an accessor gives a view of its own.
/// *Immutable by convention: the bytes are not copied.*
///
/// @param request the request, byte for byte but for the values of fields that hold credentials
/// @param head status line and header fields as they came, the empty line included
/// @param body what came after them and is kept, in its chunks if it came in chunks
/// @param payload the body proper that is in it, without its chunks
public record Transcript(ByteBuffer request, ByteBuffer head, ByteBuffer body, ByteBuffer payload)
    implements Recording {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /// Nobody asked for it.
  public static final Transcript NONE = new Transcript(NOTHING, NOTHING, NOTHING, NOTHING);

  @Override
  public boolean isKept() {
    return head.hasRemaining();
  }

  @Override
  public long length() {
    return (long) head.remaining() + body.remaining();
  }

  @Override
  public Transcript transcript() {
    return this;
  }

  @Override
  public void close() {}

  @Override
  public ByteBuffer request() {
    return request.duplicate();
  }

  @Override
  public ByteBuffer head() {
    return head.duplicate();
  }

  @Override
  public ByteBuffer body() {
    return body.duplicate();
  }

  @Override
  public ByteBuffer payload() {
    return payload.duplicate();
  }
}
