package dev.crawler.vertx.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a header section (RFC 9112 sections 4 and 5), and drops the interim answers before it. Its
/// limits, and what it lets pass or refuses, are those of the other engines:
///
/// - 64 KiB in all, interim answers included, and below a thousand fields;
/// - a line without colon or name, a fold before the first field, a NUL or a CR inside a line are
///   refused; a folded line is joined by a blank;
/// - blanks before the colon are dropped; names that are no tokens are kept as they are.
///
/// Lines are judged when the section is whole. *Confined to its connection.*
final class HeadReader {
  /// Bytes of a header section; so also of one line.
  static final int SECTION = 64 << 10;

  private static final int FIELDS = 1_000;
  private static final int EMPTY_LINES = 10;

  private final LineReader lines = new LineReader(SECTION, SECTION);
  private final List<StringBuilder> fields = new ArrayList<>();
  private @Nullable StatusLine status;
  private int emptyLines;

  /// The section of the final answer, or null when more bytes must come first.
  @Nullable HttpResponse read(ByteBuf in) {
    for (var line = lines.next(in); line != null; line = lines.next(in)) {
      if (status == null) {
        begin(line);
      } else if (!line.isEmpty()) {
        add(line);
      } else if (status.isInterim()) {
        end();
      } else {
        return end();
      }
    }
    return null;
  }

  private void begin(String line) {
    if (!line.isEmpty()) {
      status = StatusLine.of(line);
    } else if (++emptyLines == EMPTY_LINES) {
      throw AnswerException.notHttp("nothing but empty lines");
    }
  }

  private void add(String line) {
    if (isBlank(line.charAt(0)) && !fields.isEmpty()) {
      fields.getLast().append(' ').append(line, leadingBlanks(line), line.length());
    } else {
      fields.add(new StringBuilder(line));
    }
    if (fields.size() == FIELDS) {
      throw AnswerException.notHttp("more fields than a header section may have");
    }
  }

  private HttpResponse end() {
    var ended = status;
    if (ended == null) {
      throw new IllegalStateException("no section");
    }
    var headers = DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    for (var field : fields) {
      addTo(headers, field.toString());
    }
    fields.clear();
    status = null;
    emptyLines = 0;
    return new DefaultHttpResponse(ended.version(), ended.status(), headers);
  }

  private static void addTo(HttpHeaders headers, String field) {
    requirePrintable(field);
    int colon = field.indexOf(':');
    if (colon < 1 || isBlank(field.charAt(0))) {
      throw AnswerException.notHttp("header line without a name");
    }
    headers.add(trimmed(field, 0, colon), trimmed(field, colon + 1, field.length()));
  }

  /// Refuses what would end a line for somebody else.
  static void requirePrintable(String line) {
    if (line.indexOf(0) >= 0 || line.indexOf('\r') >= 0) {
      throw AnswerException.notHttp("NUL or CR inside a header line");
    }
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /// Without the blanks around it.
  static String trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int leadingBlanks(String line) {
    int i = 0;
    while (i < line.length() && isBlank(line.charAt(i))) {
      i++;
    }
    return i;
  }
}
