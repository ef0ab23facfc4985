package dev.crawler.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.apache.hc.core5.http.nio.SessionInputBuffer;

/// Looks at the bytes of a connection's buffer and takes none: the buffer shows them to a channel
/// that has no room. *Confined to the thread of the connection.*
final class Glance implements WritableByteChannel {
  private final int most;
  private ByteBuffer seen = ByteBuffer.allocate(0);

  private Glance(int most) {
    this.most = most;
  }

  /// A copy of the first bytes in the buffer, which stay there.
  static ByteBuffer at(SessionInputBuffer buffer, int most) throws IOException {
    var glance = new Glance(most);
    if (buffer.hasData()) {
      buffer.read(glance);
    }
    return glance.seen;
  }

  @Override
  public int write(ByteBuffer bytes) {
    int count = Math.min(most, bytes.remaining());
    seen = ByteBuffer.allocate(count).put(0, bytes, bytes.position(), count);
    return 0;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
