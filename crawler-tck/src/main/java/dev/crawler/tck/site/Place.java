package dev.crawler.tck.site;

/// Where something stands: the number of a host, and path and query in the form of a key.
/// *Immutable.*
///
/// @param host from 0
/// @param target such as `/list?page=3`
public record Place(int host, String target) {
  /// Reads a request target, in whichever spelling, as the key form of it: escapes of unreserved
  /// characters decoded, hex digits in upper case, an empty query dropped. Written anew here, so
  /// that the crawler's own canonicaliser is not judged by itself.
  public static Place asked(int host, String spelled) {
    var target = new StringBuilder(spelled.length());
    for (int i = 0; i < spelled.length(); i++) {
      if (spelled.charAt(i) == '%' && i + 2 < spelled.length()) {
        target.append(unescaped(spelled.substring(i, i + 3)));
        i += 2;
      } else {
        target.append(spelled.charAt(i));
      }
    }
    boolean emptyQuery = target.indexOf("?") == target.length() - 1;
    return new Place(host, emptyQuery ? target.substring(0, target.length() - 1) : "" + target);
  }

  /// The path alone.
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static String unescaped(String escape) {
    int high = Character.digit(escape.charAt(1), 16);
    int low = Character.digit(escape.charAt(2), 16);
    if (high < 0 || low < 0) {
      return escape;
    }
    char c = (char) (high * 16 + low);
    boolean unreserved =
        c >= 'a' && c <= 'z'
            || c >= 'A' && c <= 'Z'
            || c >= '0' && c <= '9'
            || "-._~".indexOf(c) >= 0;
    return unreserved ? String.valueOf(c) : "%%%02X".formatted((int) c);
  }
}
