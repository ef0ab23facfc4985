package dev.crawler.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicLineFormatter;
import org.apache.hc.core5.http.message.RequestLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/// A request in the bytes in which the library's writers send it: they have no place to listen at,
/// but their formatter is public. *No state.*
final class RequestText {
  private static final BasicLineFormatter FORMATTER = BasicLineFormatter.INSTANCE;
  private static final String END = "\r\n";
  private static final int USUAL = 512;

  private RequestText() {}

  static ByteBuffer of(HttpRequest request) {
    var text = new CharArrayBuffer(USUAL);
    FORMATTER.formatRequestLine(text, new RequestLine(request));
    text.append(END);
    for (Iterator<Header> headers = request.headerIterator(); headers.hasNext(); ) {
      FORMATTER.formatHeader(text, headers.next());
      text.append(END);
    }
    text.append(END);
    return ByteBuffer.wrap(text.toString().getBytes(ISO_8859_1));
  }
}
