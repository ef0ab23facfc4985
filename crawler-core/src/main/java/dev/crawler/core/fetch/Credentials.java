package dev.crawler.core.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/// Keeps credentials out of what is written down. *No state.*
final class Credentials {
  private static final Pattern FIELD =
      Pattern.compile(
          "^((?:Proxy-)?Authorization|Cookie):[^\\r\\n]*",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE | Pattern.UNIX_LINES);

  private Credentials() {}

  /// A request with the values of `Authorization`, `Proxy-Authorization` and `Cookie` replaced by a
  /// word that says so.
  static ByteBuffer blottedOut(byte[] request) {
    var fields = FIELD.matcher(new String(request, ISO_8859_1));
    return fields.find()
        ? ByteBuffer.wrap(fields.replaceAll("$1: withheld").getBytes(ISO_8859_1))
        : ByteBuffer.wrap(request);
  }
}
