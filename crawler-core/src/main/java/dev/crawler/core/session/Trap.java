package dev.crawler.core.session;

import dev.crawler.core.url.CrawlUrl;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// URLs that look made by a machine without end (semantics section 6): too long, too deep, or
/// walking in circles.
final class Trap {
  private static final int MAX_LENGTH = 2_048;
  private static final int MAX_SEGMENTS = 20;
  private static final int MAX_REPETITIONS = 3;

  private Trap() {}

  static boolean catches(CrawlUrl url) {
    return objection(url) != null;
  }

  /// What is suspicious about a URL, or null.
  static @Nullable String objection(CrawlUrl url) {
    int length = url.href().length();
    return length > MAX_LENGTH ? length + " characters, over " + MAX_LENGTH : winding(url.path());
  }

  private static @Nullable String winding(String path) {
    if (segments(path) <= MAX_REPETITIONS) {
      return null;
    }
    var seen = new HashMap<String, Integer>();
    int segments = 0;
    for (int start = 1; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments++;
        var segment = path.substring(start, end);
        if (seen.merge(segment, 1, Integer::sum) > MAX_REPETITIONS) {
          return "segment '" + segment + "' more than " + MAX_REPETITIONS + " times";
        }
        if (segments > MAX_SEGMENTS) {
          return "more than " + MAX_SEGMENTS + " segments";
        }
      }
      start = end + 1;
    }
    return null;
  }

  /// How many there are at most; some may be empty.
  private static int segments(String path) {
    int segments = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      segments++;
    }
    return segments;
  }
}
