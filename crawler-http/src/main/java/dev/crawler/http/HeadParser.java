package dev.crawler.http;

import dev.crawler.core.fetch.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.util.CharArrayBuffer;

/// Reads the header section of an answer, given line by line (RFC 9112 sections 4 and 5). Does no
/// I/O, so that every fetcher has the same verdicts:
///
/// - interim answers (1xx) are passed over, up to a number; 101 is refused, for nobody asked;
/// - a folded line is joined with a space; a fold before the first field is refused;
/// - a line without colon or name, a NUL or a CR inside a line are refused;
/// - blanks before the colon are dropped; names that are no tokens are kept as they are;
/// - a value is UTF-8 if it can be, else ISO-8859-1.
///
/// One parser reads one answer. *Confined to one thread.*
final class HeadParser {
  private static final String VERSION = "HTTP/1.";
  private static final int STATUS_START = VERSION.length() + 2;
  private static final int STATUS_END = STATUS_START + 3;

  private final ArrayList<Headers.Field> fields = new ArrayList<>(16);
  private int status;
  private boolean persistent;
  private int size;
  private int interim;

  /// Takes the next line, without its end, and answers the head when the line completes it.
  Optional<ResponseHead> accept(CharArrayBuffer line) throws ProtocolException {
    size += line.length() + 2;
    if (size > HeaderLimits.SECTION) {
      throw new ProtocolException("header section over " + HeaderLimits.SECTION + " bytes");
    }
    if (line.isEmpty()) {
      return endOfSection();
    }
    rejectControls(line);
    if (status == 0) {
      acceptStatus(line);
    } else if (isBlank(line.charAt(0))) {
      acceptFold(line);
    } else {
      acceptField(line);
    }
    return Optional.empty();
  }

  /// Whether a line that was cut off by the end of the connection is the beginning of something
  /// right.
  boolean wouldGoOn(CharArrayBuffer line) {
    return status != 0 || VERSION.regionMatches(0, line.toString(), 0, VERSION.length());
  }

  private Optional<ResponseHead> endOfSection() throws ProtocolException {
    if (status == 0) {
      return Optional.empty(); // empty lines before an answer do no harm
    }
    if (status == 101) {
      throw new ProtocolException("switching protocols without being asked to");
    }
    if (status >= 200) {
      return Optional.of(new ResponseHead(status, persistent, new Headers(fields)));
    }
    interim++;
    if (interim > HeaderLimits.INTERIM) {
      throw new ProtocolException("more than " + HeaderLimits.INTERIM + " interim answers");
    }
    status = 0;
    fields.clear();
    return Optional.empty();
  }

  private void acceptStatus(CharArrayBuffer line) throws ProtocolException {
    boolean wellFormed =
        line.length() >= STATUS_END
            && line.substring(0, VERSION.length()).equals(VERSION)
            && isDigit(line.charAt(VERSION.length()))
            && line.charAt(STATUS_START - 1) == ' '
            && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
    int code = 0;
    for (int i = STATUS_START; wellFormed && i < STATUS_END; i++) {
      wellFormed = isDigit(line.charAt(i));
      code = 10 * code + line.charAt(i) - '0';
    }
    if (!wellFormed || code < 100) {
      throw new ProtocolException("not an HTTP/1 status line");
    }
    status = code;
    persistent = line.charAt(VERSION.length()) > '0';
  }

  private void acceptFold(CharArrayBuffer line) throws ProtocolException {
    if (fields.isEmpty()) {
      throw new ProtocolException("folded line before the first header field");
    }
    var folded = fields.removeLast();
    var more = decoded(line.substringTrimmed(0, line.length()));
    fields.add(new Headers.Field(folded.name(), (folded.value() + " " + more).strip()));
  }

  private void acceptField(CharArrayBuffer line) throws ProtocolException {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new ProtocolException("header line without a name");
    }
    if (fields.size() == HeaderLimits.FIELDS) {
      throw new ProtocolException("more than " + HeaderLimits.FIELDS + " header fields");
    }
    fields.add(
        new Headers.Field(
            line.substringTrimmed(0, colon),
            decoded(line.substringTrimmed(colon + 1, line.length()))));
  }

  private static void rejectControls(CharArrayBuffer line) throws ProtocolException {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == 0 || c == '\r') {
        throw new ProtocolException("NUL or CR inside a header line");
      }
    }
  }

  private static String decoded(String latin) {
    if (latin.chars().allMatch(c -> c < 0x80)) {
      return latin;
    }
    try {
      var octets = ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
      return StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
    } catch (CharacterCodingException e) {
      return latin;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
