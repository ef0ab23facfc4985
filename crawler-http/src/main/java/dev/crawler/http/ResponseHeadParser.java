package dev.crawler.http;

import dev.crawler.core.fetch.WireTap;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/// The library's reader of header sections with a limit on the whole section, interim answers
/// before it included. *Confined to its connection.*
final class ResponseHeadParser extends DefaultHttpResponseParser {
  private @Nullable SessionInputBuffer session;
  private @Nullable WireTap tap;
  private long interim;

  ResponseHeadParser() {
    super(HeaderLimits.HEAD, new HeadLineParser(), null);
  }

  /// Has what comes from now on heard.
  void tap(WireTap next) {
    tap = next;
  }

  /// Whether the connection has bytes that nobody has read.
  boolean hasLeftOver() {
    return session != null && session.length() > 0;
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input)
      throws IOException, HttpException {
    session = buffer;
    long start = consumed(buffer) - interim;
    boolean begun = interim > 0 || buffer.length() > 0;
    var response =
        super.parse(buffer, new AnswerSource(input, HeaderLimits.SECTION - interim, begun, tap));
    long section = consumed(buffer) - start;
    if (section > HeaderLimits.SECTION) {
      throw new MessageConstraintException("header section over the limit");
    }
    interim = response.getCode() < 200 ? section : 0;
    return response;
  }

  private static long consumed(SessionInputBuffer buffer) {
    return buffer.getMetrics().getBytesTransferred() - buffer.length();
  }
}
