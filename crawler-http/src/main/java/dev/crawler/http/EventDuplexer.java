package dev.crawler.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.BasicHttpTransportMetrics;
import org.apache.hc.core5.http.impl.nio.ChunkDecoder;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.http.impl.nio.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.impl.nio.IdentityDecoder;
import org.apache.hc.core5.http.impl.nio.LengthDelimitedDecoder;
import org.apache.hc.core5.http.nio.ContentDecoder;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.reactor.ProtocolIOSession;

/// The library's HTTP/1.1 over events, with our parser of header sections, our ways to tell the end
/// of a body, and bodies that end only where they should. *Confined to the thread of its
/// connection.*
final class EventDuplexer extends ClientHttp1StreamDuplexer {
  private static final HttpProcessor NOTHING_ADDED = HttpProcessorBuilder.create().build();

  private static final ConnectionReuseStrategy REUSE =
      (request, response, context) ->
          !LengthStrategy.isContradictory(response)
              && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(
                  request, response, context);

  private final long mostChunked;
  private final BooleanSupplier farewell;

  /// @param maxBody bytes of a body that will be read
  /// @param farewell whether the end of the stream is the other side's will and no cut
  EventDuplexer(
      ProtocolIOSession session, EventHeadParser parser, int maxBody, BooleanSupplier farewell) {
    super(
        session,
        NOTHING_ADDED,
        HeaderLimits.EVENT_REST,
        null,
        REUSE,
        parser,
        new DefaultHttpRequestWriter<>(),
        LengthStrategy.ANSWERS,
        null,
        null);
    mostChunked = HeaderLimits.mostChunked(maxBody);
    this.farewell = farewell;
  }

  @Override
  protected ContentDecoder createContentDecoder(
      long length,
      ReadableByteChannel channel,
      SessionInputBuffer buffer,
      BasicHttpTransportMetrics metrics) {
    if (length >= 0) {
      return new LengthDelimitedDecoder(channel, buffer, metrics, length);
    }
    return length == ContentLengthStrategy.CHUNKED
        ? new Chunked(channel, buffer, metrics)
        : new UntilEnd(channel, buffer, metrics);
  }

  /// Chunks, of which more must come until the last one: the library takes the end of the stream
  /// for the end of trailers, and a chunk cut before its CRLF for malformed.
  private final class Chunked extends ChunkDecoder {
    private final BasicHttpTransportMetrics metrics;
    private final long most;
    private boolean ended;

    Chunked(
        ReadableByteChannel channel, SessionInputBuffer buffer, BasicHttpTransportMetrics metrics) {
      super(
          channel, new EventChunkLines(buffer, new ChunkJudge()), HeaderLimits.EVENT_REST, metrics);
      this.metrics = metrics;
      most = metrics.getBytesTransferred() + mostChunked;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int read = super.read(into);
      if (read <= 0 && ended && !isCompleted()) {
        throw new ConnectionClosedException("closed inside the answer");
      }
      return read;
    }

    @Override
    protected int fillBufferFromChannel() throws IOException {
      if (metrics.getBytesTransferred() > most) {
        throw new MessageConstraintException("more bytes than a body may have");
      }
      int filled = super.fillBufferFromChannel();
      ended = filled < 0;
      return Math.max(0, filled);
    }
  }

  /// All there is until the other side ends it. Once nothing is left, the end is looked for at
  /// once: the library, having met it behind an interim answer, would take it for a cut.
  private final class UntilEnd extends IdentityDecoder {
    private final SessionInputBuffer ahead;

    UntilEnd(
        ReadableByteChannel channel, SessionInputBuffer buffer, BasicHttpTransportMetrics metrics) {
      super(channel, buffer, metrics);
      ahead = buffer;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      int read = readSome(into);
      return read > 0 && into.hasRemaining() && !ahead.hasData()
          ? read + Math.max(0, readSome(into))
          : read;
    }

    private int readSome(ByteBuffer into) throws IOException {
      int read = super.read(into);
      if (read < 0 && !farewell.getAsBoolean()) {
        throw new ConnectionClosedException("closed without a TLS farewell");
      }
      return read;
    }
  }
}
