package dev.crawler.http;

import dev.crawler.core.fetch.AnswerLine;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/// Judges the lines of a header section (RFC 9112 sections 4 and 5) where the library would let
/// pass, or refuse, what browsers do not:
///
/// - a status line is what [AnswerLine] says;
/// - a line without colon or name, a fold before the first field, a NUL or a CR inside a line are
///   refused;
/// - blanks before the colon are dropped; names that are no tokens are kept as they are;
/// - a value keeps its octets, one character each, for only its reader knows what they mean: those
///   of a `Location` are percent-encoded as they are.
///
/// *Immutable.*
final class HeadLineParser extends BasicLineParser {
  @Override
  public StatusLine parseStatusLine(CharArrayBuffer line) throws ParseException {
    rejectControls(line);
    if (AnswerLine.status(line) < 0) {
      throw new ParseException("no status line");
    }
    return super.parseStatusLine(line);
  }

  @Override
  public Header parseHeader(CharArrayBuffer line) throws ParseException {
    rejectControls(line);
    int colon = line.indexOf(':');
    if (colon < 1 || isBlank(line.charAt(0))) {
      throw new ParseException("header line without a name");
    }
    return new BasicHeader(
        line.substringTrimmed(0, colon), line.substringTrimmed(colon + 1, line.length()));
  }

  private static void rejectControls(CharArrayBuffer line) throws ParseException {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == 0 || c == '\r') {
        throw new ParseException("NUL or CR inside a header line");
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
