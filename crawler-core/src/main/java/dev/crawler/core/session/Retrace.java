package dev.crawler.core.session;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.plan.CrawlPlan;
import java.util.ArrayList;
import java.util.List;

/// Finds again what settled pages lead to, for a crawl that is cut into shards and goes on after
/// all its processes: what belonged to the crawl then belongs now. *Confined to one thread.*
public final class Retrace {
  private final Boundary boundary;

  /// Of the crawl with that plan.
  ///
  /// @param charter complete
  public Retrace(CrawlPlan plan, Charter charter) {
    boundary = new Boundary(charter.scope(), plan.filter(), CrawlListener.NONE);
  }

  /// The links to follow of a URL that was fetched.
  public List<Link> links(Settlement.Fetched fetched) {
    var links = new ArrayList<Link>();
    for (var url : fetched.links()) {
      if (boundary.belongs(url)) {
        links.add(fetched.link().outlink(url));
      }
    }
    fetched.target().filter(boundary::belongs).map(fetched.link()::redirect).ifPresent(links::add);
    return links;
  }
}
