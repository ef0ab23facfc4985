package dev.crawler.cli.explain;

import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;

/// What is done to a URL on the way to its key.
final class Normalisation {
  private Normalisation() {}

  /// Each change, for a person.
  static List<String> of(CrawlUrl url) {
    var request = url.request();
    var changes = new ArrayList<String>();
    if (url.href().indexOf('#') >= 0) {
      changes.add("the fragment is not sent");
    }
    if (!url.userInfo().isEmpty()) {
      changes.add("the credentials are sent to this origin alone, and shown nowhere");
    }
    var key = request.key();
    if (!key.equals(request.href())) {
      changes.add(
          request.href().startsWith(key)
              ? "an empty query is not told apart from none"
              : "escapes are told apart by what they stand for, not by how they are written");
    }
    return changes;
  }
}
