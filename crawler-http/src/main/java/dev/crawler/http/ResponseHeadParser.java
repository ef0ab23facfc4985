package dev.crawler.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/// The library's reader of header sections with a limit on the whole section, interim answers
/// before it included. *Confined to its connection.*
final class ResponseHeadParser extends DefaultHttpResponseParser {
  private @Nullable SessionInputBuffer buffer;
  private long interim;

  ResponseHeadParser() {
    super(HeaderLimits.HEAD, new HeadLineParser(), null);
  }

  /// Whether the connection has bytes that nobody has read.
  boolean hasLeftOver() {
    return buffer != null && buffer.length() > 0;
  }

  /// What it means when a connection fails before any byte of an answer.
  static NoHttpResponseException unanswered(IOException cause) {
    var unanswered = new NoHttpResponseException("closed before the answer");
    unanswered.initCause(cause);
    return unanswered;
  }

  @Override
  public @Nullable ClassicHttpResponse parse(SessionInputBuffer session, InputStream input)
      throws IOException, HttpException {
    buffer = session;
    long start = consumed(session);
    var response = parseFrom(session, start, input);
    if (response == null && interim > 0) {
      throw new ConnectionClosedException("closed after an interim answer");
    }
    long section = interim + consumed(session) - start;
    if (section > HeaderLimits.SECTION) {
      throw new MessageConstraintException("header section over the limit");
    }
    interim = response != null && response.getCode() < 200 ? section : 0;
    return response;
  }

  private @Nullable ClassicHttpResponse parseFrom(
      SessionInputBuffer session, long start, InputStream input) throws IOException, HttpException {
    try {
      return super.parse(session, new Allowance(input, HeaderLimits.SECTION - interim));
    } catch (MessageConstraintException e) {
      throw e;
    } catch (IOException e) {
      boolean silent = interim == 0 && consumed(session) + session.length() == start;
      throw silent ? unanswered(e) : e;
    }
  }

  private static long consumed(SessionInputBuffer session) {
    return session.getMetrics().getBytesTransferred() - session.length();
  }
}
