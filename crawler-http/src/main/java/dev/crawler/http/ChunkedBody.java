package dev.crawler.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/// The library's reader of chunked bodies, which tells one cut short from one that is malformed,
/// and ends one that is more wrapping than content. *Confined to the thread that reads.*
final class ChunkedBody extends ChunkedInputStream {
  private static final int WRAPPING_PER_BYTE = 16;

  private final SessionInputBuffer buffer;
  private final Source source;
  private final long start;
  private long content;

  private ChunkedBody(SessionInputBuffer buffer, Source source) {
    super(buffer, source, HeaderLimits.TRAILERS);
    this.buffer = buffer;
    this.source = source;
    start = buffer.getMetrics().getBytesTransferred();
  }

  static ChunkedBody of(SessionInputBuffer buffer, InputStream input) {
    return new ChunkedBody(buffer, new Source(input));
  }

  @Override
  public int read() throws IOException {
    var octet = new byte[1];
    return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int read = super.read(bytes, offset, length);
      content += Math.max(0, read);
      rejectWrapping();
      return read;
    } catch (MalformedChunkCodingException e) {
      if (source.ended) {
        throw new TruncatedChunkException("closed inside a chunk");
      }
      throw e;
    }
  }

  private void rejectWrapping() throws MessageConstraintException {
    long received = buffer.getMetrics().getBytesTransferred() - start;
    if (received > WRAPPING_PER_BYTE * content + 2L * HeaderLimits.SECTION) {
      throw new MessageConstraintException("chunks of hardly any content");
    }
  }

  /// Remembers whether the connection has ended.
  private static final class Source extends FilterInputStream {
    private boolean ended;

    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      ended = read < 0;
      return read;
    }
  }
}
