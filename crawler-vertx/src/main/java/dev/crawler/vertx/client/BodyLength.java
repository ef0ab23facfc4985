package dev.crawler.vertx.client;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.regex.Pattern;

/// How the end of a body is told (RFC 9112 section 6.3): two equal lengths are one, there are no
/// signs in them, and chunks count before a length.
final class BodyLength {
  /// By chunks.
  static final long CHUNKED = -1;

  /// By the end of the connection.
  static final long UNTIL_CLOSE = -2;

  /// A `Content-Length` that is believed: more digits might not fit a long.
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  private BodyLength() {}

  /// Bytes of the body, or one of the constants.
  static long of(HttpResponse head) {
    int status = head.status().code();
    if (status == 204 || status == 304) {
      return 0;
    }
    return isChunked(head.headers()) ? CHUNKED : declared(head.headers());
  }

  /// Whether it is told in two ways. The connection is not trusted with another request then,
  /// because somebody on the way may have read it the other way.
  static boolean isContradictory(HttpHeaders fields) {
    return fields.contains(HttpHeaderNames.TRANSFER_ENCODING)
        && fields.contains(HttpHeaderNames.CONTENT_LENGTH);
  }

  private static boolean isChunked(HttpHeaders fields) {
    boolean chunked = false;
    for (var value : fields.getAll(HttpHeaderNames.TRANSFER_ENCODING)) {
      for (var coding : value.split(",", -1)) {
        if (chunked || !isKnown(coding.strip())) {
          throw AnswerException.notHttp("transfer coding that was not asked for");
        }
        chunked = coding.strip().equalsIgnoreCase("chunked");
      }
    }
    return chunked;
  }

  private static boolean isKnown(String coding) {
    return coding.equalsIgnoreCase("chunked") || coding.equalsIgnoreCase("identity");
  }

  private static long declared(HttpHeaders fields) {
    long length = UNTIL_CLOSE;
    for (var value : fields.getAll(HttpHeaderNames.CONTENT_LENGTH)) {
      for (var digits : value.split(",", -1)) {
        long next = length(digits.strip());
        if (length != UNTIL_CLOSE && length != next) {
          throw AnswerException.notHttp("two different content lengths");
        }
        length = next;
      }
    }
    return length;
  }

  private static long length(String digits) {
    if (!DIGITS.matcher(digits).matches()) {
      throw AnswerException.notHttp("content length that is no length");
    }
    return Long.parseLong(digits);
  }
}
