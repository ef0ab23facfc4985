package dev.crawler.core.session;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.Origin;
import dev.crawler.core.url.UrlResult;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/// Takes in seeds: what the user named, and what sitemaps list. *Confined to its session.*
final class Seeds {
  private final CrawlPlan plan;
  private final Scope scope;
  private final Territory territory;
  private final Frontier frontier;
  private final Set<Origin> origins = new LinkedHashSet<>();
  private final Set<String> refused = new HashSet<>();

  Seeds(CrawlPlan plan, Scope scope, Territory territory, Frontier frontier) {
    this.plan = plan;
    this.scope = scope;
    this.territory = territory;
    this.frontier = frontier;
  }

  /// Takes in a text that was refused by a former process.
  void restore(String text) {
    refused.add(text);
  }

  /// Takes in one text that the user named: as a link, or as a refusal, for a seed always gets a
  /// record.
  void take(String text) {
    switch (CrawlUrl.parse(text)) {
      case UrlResult.Valid(var url) -> {
        nameOrigin(url);
        if (plan.sitemaps().discovers()) {
          origins.add(url.origin());
        }
        list(url);
      }
      case UrlResult.Invalid(var why) -> refuse(text, ExclusionReason.INVALID_URL, why);
      case UrlResult.Unsupported(var scheme) ->
          refuse(text, ExclusionReason.UNSUPPORTED_SCHEME, "scheme " + scheme);
    }
  }

  private void refuse(String text, ExclusionReason reason, String why) {
    if (!refused.contains(text)) {
      frontier.refuse(text, reason, why);
    }
  }

  /// Notes that the user named something of this origin, so that it may be private and gets the
  /// credentials.
  void nameOrigin(CrawlUrl url) {
    frontier.host(url).origin(url.origin()).nameSeed(Charter.authorization(url));
    territory.note(url, true, false);
  }

  /// Takes in a page of a list that the user named: it widens the scope, and gets a record.
  void list(CrawlUrl url) {
    var link = Link.seed(url);
    scope.include(link.url(), frontier.host(url).key());
    territory.note(url, false, true);
    frontier.discoverSeed(link);
  }

  /// Takes in a page of a list that was found, if it belongs.
  void find(CrawlUrl url) {
    if (frontier.boundary().admits(url)) {
      frontier.discover(Link.seed(url));
    }
  }

  /// Origins of the texts taken in, where sitemaps are looked for.
  Set<Origin> origins() {
    return origins;
  }
}
