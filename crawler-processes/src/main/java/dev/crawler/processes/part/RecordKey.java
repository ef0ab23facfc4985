package dev.crawler.processes.part;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import org.jspecify.annotations.Nullable;

/// What a record is deduplicated and settled by. *Immutable.*
///
/// @param text the key of its URL; for an input text that is no URL, the text as records show it
/// @param url its URL, or null when it has none
public record RecordKey(String text, @Nullable CrawlUrl url) {
  private static final int REPLACEMENT = 0xFFFD;

  /// The key of a record with that `url`, or of an input text that will have one.
  public static RecordKey of(String url) {
    return CrawlUrl.parse(url) instanceof UrlResult.Valid(var parsed)
        ? new RecordKey(parsed.key(), parsed)
        : new RecordKey(wellFormed(url), null);
  }

  /// Half a surrogate pair does not survive being written: without this, the record of such a text
  /// would not be found again.
  private static String wellFormed(String text) {
    if (text.codePoints().noneMatch(RecordKey::isHalf)) {
      return text;
    }
    var shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
    return shown.toString();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
