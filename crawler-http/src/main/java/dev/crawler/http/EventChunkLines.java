package dev.crawler.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hc.core5.http.nio.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/// The buffer of a connection as the library's chunk decoder for events sees it, with its lines
/// judged. *Confined to the thread of its connection.*
///
/// @param buffer what is looked at
/// @param lines of one body
record EventChunkLines(SessionInputBuffer buffer, ChunkJudge lines) implements SessionInputBuffer {
  @Override
  public boolean readLine(CharArrayBuffer line, boolean ended) throws IOException {
    boolean complete = buffer.readLine(line, ended);
    if (complete) {
      lines.judge(line);
    }
    return complete;
  }

  @Override
  public boolean hasData() {
    return buffer.hasData();
  }

  @Override
  public int length() {
    return buffer.length();
  }

  @Override
  public int fill(ReadableByteChannel channel) throws IOException {
    return buffer.fill(channel);
  }

  @Override
  public int read() {
    return buffer.read();
  }

  @Override
  public int read(ByteBuffer into, int most) {
    return buffer.read(into, most);
  }

  @Override
  public int read(ByteBuffer into) {
    return buffer.read(into);
  }

  @Override
  public int read(WritableByteChannel into, int most) throws IOException {
    return buffer.read(into, most);
  }

  @Override
  public int read(WritableByteChannel into) throws IOException {
    return buffer.read(into);
  }
}
