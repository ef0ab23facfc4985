package dev.crawler.core.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By what a server can tell whether a page has changed (RFC 9110 section 8.8), as it was sent:
/// strong or weak, well formed or not. What no header line may hold, and what is longer than any
/// server needs, counts as not sent. *Immutable.*
///
/// @param etag value of `ETag`, or null
/// @param lastModified value of `Last-Modified`, or null
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /// None: there is nothing to ask by.
  public static final Validators NONE = new Validators(null, null);

  /// Records keep them and requests repeat them, so a server may not make them long.
  private static final int LONGEST = 512;

  /// Drops what may not be sent.
  public Validators {
    etag = isUsable(etag) ? etag : null;
    lastModified = isUsable(lastModified) ? lastModified : null;
  }

  /// Those of an answer. Most have none, which costs nothing.
  public static Validators of(Headers headers) {
    var etag = headers.first("ETag");
    var lastModified = headers.first("Last-Modified");
    return etag.isEmpty() && lastModified.isEmpty() ? NONE : of(etag, lastModified);
  }

  private static Validators of(Optional<String> etag, Optional<String> lastModified) {
    return new Validators(etag.orElse(null), lastModified.orElse(null));
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }

  /// These, or where one is missing, the former one (RFC 9111 section 3.2).
  public Validators orElse(Validators former) {
    return new Validators(
        etag == null ? former.etag : etag,
        lastModified == null ? former.lastModified : lastModified);
  }

  private static boolean isUsable(@Nullable String text) {
    return text != null && !text.isEmpty() && text.length() <= LONGEST && isPrintable(text);
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
