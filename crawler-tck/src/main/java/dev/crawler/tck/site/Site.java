package dev.crawler.tck.site;

import dev.crawler.core.plan.CrawlPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A web that is a pure function of a seed and a URL: hosts, pages, links in many spellings,
/// redirects, robots rules, charsets, latencies and faults.
///
/// It knows its hosts by number; their names are given to it, so that the same site can stand at
/// whichever ports a server got. *Immutable.*
public final class Site {
  private final long seed;
  private final SitePlan plan;
  private final List<String> authorities;
  private final Dice dice;
  private final Layout layout;
  private final Chains chains;

  private Site(long seed, SitePlan plan, List<String> authorities) {
    this.seed = seed;
    this.plan = plan;
    this.authorities = List.copyOf(authorities);
    this.dice = Dice.of(seed);
    this.layout = new Layout(dice, plan.pagesPerHost());
    this.chains = new Chains(dice, plan);
  }

  /// The site of that seed, at names that stand for nothing.
  public static Site of(long seed, SitePlan plan) {
    var names = IntStream.range(0, plan.hosts()).mapToObj("h%d.site.invalid"::formatted).toList();
    return new Site(seed, plan, names);
  }

  /// The embedded site of the command line: six hosts, about 600 pages, and nothing whose record
  /// depends on which of two spellings of a URL was met first.
  public static Site demo() {
    var plan = SitePlan.SMALL.hosts(6).pagesPerHost(100);
    return of(1, plan.without(Feature.SPELLINGS, Feature.CHAINS, Feature.OUTSIDE));
  }

  /// The same site with its hosts at `host:port` each, port 80 left out.
  public Site named(List<String> names) {
    if (names.size() != plan.hosts()) {
      throw new IllegalArgumentException(names + " for " + plan.hosts() + " hosts");
    }
    return new Site(seed, plan, names);
  }

  /// The same site without some features.
  public Site without(Feature... unwanted) {
    return new Site(seed, plan.without(unwanted), authorities);
  }

  /// The size and make of it.
  public SitePlan plan() {
    return plan;
  }

  /// `host:port` of each host, as in its URLs.
  public List<String> authorities() {
    return authorities;
  }

  /// Home pages, one for each host that belongs to the usual scope.
  public List<String> seedUrls() {
    return IntStream.range(0, plan.seedHosts())
        .mapToObj(host -> key(new Place(host, "/")))
        .toList();
  }

  /// What it answers.
  ///
  /// @param target as in the request line, in any spelling
  /// @param attempt how often the place has been asked for, from 1
  public Answer answer(int host, String target, int attempt) {
    return new Answers(this, dice).of(Place.asked(host, target), attempt);
  }

  /// What an excellent crawler would find, by an independent search.
  public Truth truth(CrawlPlan crawl) {
    return TruthSearch.of(this, crawl);
  }

  /// What a host answers to `/robots.txt`.
  public RobotsKind robots(int host) {
    if (!plan.has(Feature.ROBOTS)) {
      return RobotsKind.MISSING;
    }
    var chance = dice.with("robots").with(host);
    var kind = chance.pick(List.of(RobotsKind.values()));
    return kind == RobotsKind.DOWN && (host == 0 || chance.with("up").chance(40))
        ? RobotsKind.RULES
        : kind;
  }

  /// Whether a place is part of a robots.txt: read as one, never as a page.
  public boolean isRobots(Place place) {
    return place.target().equals("/robots.txt")
        || place.target().equals(RobotsKind.MOVED_TO)
        || place.target().equals(RobotsKind.MOVED_AWAY_TO);
  }

  /// The URL of a place, in the form of a key.
  public String key(Place place) {
    return "http://" + authorities.get(place.host()) + place.target();
  }

  /// Where a URL in the form of a key stands; empty when it is outside.
  public Optional<Place> locate(String key) {
    for (int host = 0; host < authorities.size(); host++) {
      var prefix = "http://" + authorities.get(host);
      if (key.startsWith(prefix + "/")) {
        return Optional.of(new Place(host, key.substring(prefix.length())));
      }
    }
    return Optional.empty();
  }

  /// The `Crawl-delay` that binds a host; zero when none does.
  public Duration crawlDelay(int host) {
    return switch (robots(host)) {
      case RULES, MOVED -> crawlDelaySaid(host);
      case MOVED_AWAY -> crawlDelaySaid(neighbour(host));
      case MISSING, FORBIDDEN, PAGE, DOWN -> Duration.ZERO;
    };
  }

  /// The `Crawl-delay` in the rules that are read at a host; zero when they have none.
  Duration crawlDelaySaid(int host) {
    return dice.with("crawl delay").with(host).chance(25) ? Duration.ofMillis(3) : Duration.ZERO;
  }

  Resource resource(Place place) {
    var page = layout.page(place);
    var pages = new Pages(this, dice, authorities);
    if (page.isPresent()) {
      return pages.at(place, page.getAsInt());
    }
    return chains
        .next(place)
        .map(next -> pages.redirect(place, next))
        .orElseGet(() -> isLeaf(place) ? Pages.leaf() : new Resource.Refusal(404));
  }

  Trouble trouble(Place place) {
    var page = layout.page(place);
    var chance = dice.with(place.host()).with(place.target()).with("trouble");
    boolean spared =
        !plan.has(Feature.TRANSIENT_FAULTS)
            || page.isEmpty()
            || !chance.with("hit").chance(plan.make().troubles());
    return spared || resource(place) instanceof Resource.Refusal
        ? Trouble.NONE
        : chance.pick(List.of(Trouble.BUSY, Trouble.RESET, Trouble.CUT));
  }

  /// Where a numbered page of a host stands, from 0, the home page.
  public Place page(int host, int page) {
    return new Place(host, layout.target(host, page));
  }

  Chains chains() {
    return chains;
  }

  Traps traps() {
    return new Traps(this::key);
  }

  int neighbour(int host) {
    return (host + 1) % plan.hosts();
  }

  private static boolean isLeaf(Place place) {
    return place.target().matches("/(long|again|a/a|s0)/.*");
  }

  /// Names the seed, so that a failure can be replayed.
  @Override
  public String toString() {
    return "site of seed " + seed + " " + plan;
  }
}
