package dev.crawler.core.session;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which rules let a URL into a crawl or keep it out, asked of the rules themselves: for a person
/// who wonders. What a session then does with it, only a session tells. *Immutable.*
///
/// @param seed whether the user named it
/// @param match what it has in common with a seed, as the scope sees it, such as a host; empty when
///   it is out of scope. A seed is not asked
/// @param matchedSeed the first seed that brings it into scope
/// @param include the first pattern of `--include` that is found in it
/// @param exclude the first pattern of `--exclude` that is found in it
/// @param trap why it looks like a trap
public record Admission(
    boolean seed,
    Optional<String> match,
    Optional<CrawlUrl> matchedSeed,
    Optional<String> include,
    Optional<String> exclude,
    Optional<String> trap) {

  /// What the rules of a plan say of a URL. Reads the plan's seeds.
  public static Admission of(CrawlPlan plan, CrawlUrl url) {
    var request = url.request();
    var seeds = seeds(plan);
    var scope = scope(plan, seeds);
    return new Admission(
        seeds.stream().anyMatch(seed -> seed.key().equals(request.key())),
        Optional.ofNullable(scope.match(request)),
        seeds.stream().filter(seed -> scope(plan, List.of(seed)).admits(request)).findFirst(),
        plan.filter().include(request),
        plan.filter().exclude(request),
        Optional.ofNullable(Trap.objection(request)));
  }

  private static Scope scope(CrawlPlan plan, List<CrawlUrl> seeds) {
    var scope = Scope.of(plan.scope());
    seeds.forEach(seed -> scope.include(seed, seed.hostKey()));
    return scope;
  }

  private static List<CrawlUrl> seeds(CrawlPlan plan) {
    var seeds = new ArrayList<CrawlUrl>();
    for (var text : plan.seeds()) {
      switch (CrawlUrl.parse(text)) {
        case UrlResult.Valid(var url) -> seeds.add(url.request());
        case UrlResult.Invalid _, UrlResult.Unsupported _ -> {} // they widen no scope
      }
    }
    return seeds;
  }
}
