package dev.crawler.cli.compare.proof;

import dev.crawler.tck.server.RequestLog.Request;
import dev.crawler.tck.site.Site;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was asked for, how often. *Immutable.*
///
/// @param byUrl how often each URL
record RequestCounts(Map<String, Integer> byUrl) {
  /// Where nobody counted by URL.
  static final RequestCounts NONE = new RequestCounts(Map.of());

  RequestCounts {
    byUrl = Map.copyOf(byUrl);
  }

  static RequestCounts of(Site site, Collection<Request> requests) {
    var counts = new TreeMap<String, Integer>();
    requests.forEach(request -> counts.merge(site.key(request.place()), 1, Integer::sum));
    return new RequestCounts(counts);
  }

  long all() {
    return byUrl.values().stream().mapToLong(Integer::longValue).sum();
  }

  /// The first URL, by its text, that was not asked for as often as in another crawl.
  Optional<String> firstDifference(RequestCounts other) {
    var urls = new TreeSet<>(byUrl.keySet());
    urls.addAll(other.byUrl.keySet());
    return urls.stream().filter(url -> times(url) != other.times(url)).findFirst();
  }

  int times(String url) {
    return byUrl.getOrDefault(url, 0);
  }
}
