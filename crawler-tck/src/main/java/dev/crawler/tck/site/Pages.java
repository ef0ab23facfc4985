package dev.crawler.tck.site;

import dev.crawler.tck.site.Resource.Follow;
import java.util.List;

/// Decides what stands at a numbered page. *Immutable.*
record Pages(Site site, Dice dice, List<String> authorities) {
  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
  private static final List<Integer> REFUSALS = List.of(404, 404, 410, 500);

  /// The page of that number, whose place is known.
  Resource at(Place place, int page) {
    var chance = dice.with(place.host()).with(page);
    int kind = page == 0 ? 0 : chance.with("kind").below(100);
    if (kind < 69) {
      return html(place, page, chance, follow(kind));
    } else if (kind < 77 && site.plan().has(Feature.REDIRECTS)) {
      return redirect(place, chance);
    } else if (kind < 80 && site.plan().has(Feature.ERRORS)) {
      return new Resource.Refusal(chance.with("refusal").pick(REFUSALS));
    } else if (kind < 86) {
      return new Resource.Document(200, "text/plain", 200 + chance.below(3000));
    } else if (kind < 90) {
      return new Resource.Document(200, "image/png", 100 + chance.below(500));
    } else if (kind < 92) {
      return new Resource.Document(204, "", 0);
    }
    return html(place, page, chance, Follow.YES);
  }

  /// A page without links, titled after its place.
  static Resource leaf() {
    return new Resource.Page(PageCharset.UTF_8_BY_META, Follow.YES, "leaf", "", List.of(), 0);
  }

  /// A redirect to there, spelled relative to here.
  Resource redirect(Place here, Place there) {
    var chance = dice.with(here.host()).with(here.target()).with("redirect");
    var location = spelling(here).location(there, chance);
    return new Resource.Redirect(chance.with("status").pick(REDIRECTS), location, there);
  }

  private Resource redirect(Place place, Dice chance) {
    var dice = chance.with("target");
    int host = dice.with("far").chance(25) ? dice.below(site.plan().hosts()) : place.host();
    var there = site.page(host, dice.with("page").below(site.plan().pagesPerHost()));
    return redirect(place, there);
  }

  private Resource html(Place place, int page, Dice chance, Follow follow) {
    var charset = chance.with("charset").pick(List.of(PageCharset.values()));
    var title = "%s %d/%d".formatted(charset.sample(), place.host(), page);
    var base = base(place, chance.with("base"));
    var links = Links.of(site, place.host(), page, chance.with("links"), spelling(base));
    int filler = chance.with("filler").below(site.plan().make().fillers());
    return new Resource.Page(charset, follow, title, markup(base, place), links, filler);
  }

  private Place base(Place place, Dice chance) {
    if (!chance.chance(12)) {
      return place;
    }
    return chance.with("far").chance(40)
        ? new Place(site.neighbour(place.host()), "/b/")
        : new Place(place.host(), "/base/x/y.html");
  }

  private String markup(Place base, Place place) {
    if (base.equals(place)) {
      return "";
    }
    var href = base.host() == place.host() ? base.target() : site.key(base);
    return "<base target=_top><base href=\"" + href + "\"><base href=\"/wrong/\">\n";
  }

  private Spelling spelling(Place base) {
    return new Spelling(authorities, base, site.plan().has(Feature.SPELLINGS));
  }

  private static Follow follow(int kind) {
    if (kind < 62) {
      return Follow.YES;
    }
    return kind < 66 ? Follow.NOT_BY_META : Follow.NOT_BY_HEADER;
  }
}
