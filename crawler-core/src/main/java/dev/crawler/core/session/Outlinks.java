package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes links of what an answer leads to, as far as that belongs to the crawl. *Confined to its
/// session.*
record Outlinks(CrawlPlan plan, Frontier frontier) {
  /// Those of a page, within the depth.
  List<Link> of(Link page, List<CrawlUrl> targets) {
    var links = new ArrayList<Link>();
    if (plan.depth().admits(page.depth() + 1)) {
      for (var target : targets) {
        if (frontier.boundary().admits(target)) {
          links.add(page.outlink(target));
        }
      }
    }
    return links;
  }

  /// The target of a redirect.
  List<Link> ofRedirect(Link from, Optional<CrawlUrl> target) {
    return target
        .filter(frontier.boundary()::admits)
        .map(url -> List.of(frontier.follow(from, url)))
        .orElse(List.of());
  }
}
