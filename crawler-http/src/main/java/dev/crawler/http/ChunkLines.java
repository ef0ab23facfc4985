package dev.crawler.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/// The buffer of a connection as the library's chunk decoder for streams sees it, with its lines
/// judged. *Confined to the thread that reads.*
///
/// @param buffer what is looked at
/// @param lines of one body
record ChunkLines(SessionInputBuffer buffer, ChunkJudge lines) implements SessionInputBuffer {
  @Override
  public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
    int read = buffer.readLine(line, in);
    if (read >= 0) {
      lines.judge(line);
    }
    return read;
  }

  @Override
  public int length() {
    return buffer.length();
  }

  @Override
  public int capacity() {
    return buffer.capacity();
  }

  @Override
  public int available() {
    return buffer.available();
  }

  @Override
  public int read(byte[] into, int offset, int length, InputStream in) throws IOException {
    return buffer.read(into, offset, length, in);
  }

  @Override
  public int read(byte[] into, InputStream in) throws IOException {
    return buffer.read(into, in);
  }

  @Override
  public int read(InputStream in) throws IOException {
    return buffer.read(in);
  }

  @Override
  public HttpTransportMetrics getMetrics() {
    return buffer.getMetrics();
  }
}
