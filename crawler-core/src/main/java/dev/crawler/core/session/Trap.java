package dev.crawler.core.session;

import dev.crawler.core.url.CrawlUrl;
import java.util.HashMap;

/// URLs that look made by a machine without end (semantics section 6): too long, too deep, or
/// walking in circles.
final class Trap {
  private static final int MAX_LENGTH = 2_048;
  private static final int MAX_SEGMENTS = 20;
  private static final int MAX_REPETITIONS = 3;

  private Trap() {}

  static boolean catches(CrawlUrl url) {
    return url.href().length() > MAX_LENGTH || isWinding(url.path());
  }

  private static boolean isWinding(String path) {
    int slashes = (int) path.chars().filter(c -> c == '/').count();
    if (slashes <= MAX_REPETITIONS) {
      return false;
    }
    var seen = new HashMap<String, Integer>();
    int segments = 0;
    for (int start = 1; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments++;
        int times = seen.merge(path.substring(start, end), 1, Integer::sum);
        if (times > MAX_REPETITIONS || segments > MAX_SEGMENTS) {
          return true;
        }
      }
      start = end + 1;
    }
    return false;
  }
}
