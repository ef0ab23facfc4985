package dev.crawler.core.handle;

import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The distinct links of a page, in document order. *Immutable.*
///
/// @param all request URLs, as recorded
/// @param followable those that the page lets a crawler follow
/// @param refused those that the page asks not to follow, one by one
/// @param capped whether there are more, which are neither recorded nor followed
record PageLinks(
    List<String> all, List<CrawlUrl> followable, List<String> refused, boolean capped) {
  /// Distinct links taken from one page.
  static final int MAX_LINKS = 100_000;

  /// Characters of all of them together: a long base makes many short links large.
  private static final int MAX_CHARACTERS = 32 << 20;

  static final PageLinks NONE = new PageLinks(List.of(), List.of(), List.of(), false);

  /// Those of a page as it was recorded that may be followed.
  static List<CrawlUrl> followable(PageRecord page) {
    if (page.html() == null || !page.html().robots().follow()) {
      return List.of();
    }
    var refused = page.version() == null ? Set.of() : Set.copyOf(page.version().unfollowed());
    var links = new ArrayList<CrawlUrl>(page.links().size());
    for (var link : page.links()) {
      if (!refused.contains(link) && CrawlUrl.parse(link) instanceof UrlResult.Valid(var url)) {
        links.add(url);
      }
    }
    return links;
  }

  /// Gathers links in document order. One is followable when any place that names it lets it be
  /// followed. *Confined to one thread.*
  static final class Gathering {
    private final Map<CrawlUrl, Boolean> links = new LinkedHashMap<>();
    private int characters;
    private boolean capped;

    /// Takes in a link; false when there is no room for it, nor for any other.
    boolean add(CrawlUrl url, boolean follow) {
      var request = url.request();
      var former = links.putIfAbsent(request, follow);
      if (former == null) {
        characters += request.href().length();
        capped = links.size() > MAX_LINKS || characters > MAX_CHARACTERS;
      } else if (follow && !former) {
        links.put(request, true);
      }
      if (capped) {
        links.remove(request);
      }
      return !capped;
    }

    /// The links, none of them followable unless `follow`.
    PageLinks end(boolean follow) {
      var all = new ArrayList<String>(links.size());
      var followable = new ArrayList<CrawlUrl>(follow ? links.size() : 0);
      var refused = new ArrayList<String>(0);
      for (var link : links.entrySet()) {
        all.add(link.getKey().href());
        if (!link.getValue()) {
          refused.add(link.getKey().href());
        } else if (follow) {
          followable.add(link.getKey());
        }
      }
      return new PageLinks(all, followable, refused, capped);
    }
  }
}
