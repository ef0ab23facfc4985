package dev.crawler.tck.site;

import dev.crawler.tck.site.Hyperlink.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the links of a page: a tree over the pages of its host, so that most of them can be
/// reached, and leaps to anywhere. *Confined to one call.*
final class Links {
  private static final int CHILDREN = 3;
  private static final List<Element> USUAL =
      List.of(
          Element.ANCHOR,
          Element.ANCHOR,
          Element.ANCHOR,
          Element.SHOUTED,
          Element.AREA,
          Element.FRAME,
          Element.NEXT,
          Element.ALTERNATE);
  private static final List<Element> SHUNNED =
      List.of(
          Element.NOFOLLOW,
          Element.NOFOLLOW,
          Element.TEMPLATE,
          Element.COMMENT,
          Element.SCRIPT,
          Element.IMAGE,
          Element.STYLE);
  private static final List<String> NO_LINKS =
      List.of(
          "mailto:a@b.example",
          "javascript:void(0)",
          "tel:+1",
          "data:text/html,x",
          "ftp://x/",
          "http://[::1",
          "http://256.1.1.1/",
          "http://a b/");

  private final Site site;
  private final int host;
  private final Dice dice;
  private final Spelling spelling;
  private final List<Hyperlink> links = new ArrayList<>();

  private Links(Site site, int host, Dice dice, Spelling spelling) {
    this.site = site;
    this.host = host;
    this.dice = dice;
    this.spelling = spelling;
  }

  /// Those of a page, in document order.
  static List<Hyperlink> of(Site site, int host, int page, Dice dice, Spelling spelling) {
    var chosen = new Links(site, host, dice, spelling);
    chosen.tree(page);
    chosen.leaps();
    chosen.oddities();
    chosen.links.sort(Comparator.comparing(link -> !link.element().isInHead()));
    return List.copyOf(chosen.links);
  }

  private void tree(int page) {
    for (int child = page * CHILDREN + 1; child <= page * CHILDREN + CHILDREN; child++) {
      if (child < site.plan().pagesPerHost() && !dice.with(child).chance(8)) {
        add(site.page(host, child), dice.with(child));
      }
    }
  }

  private void leaps() {
    int count = dice.with("leaps").below(site.plan().make().leaps() + 1);
    for (int leap = 0; leap < count; leap++) {
      var chance = dice.with("leap").with(leap);
      int there = chance.with("far").chance(35) ? chance.below(site.plan().hosts()) : host;
      int page = chance.with("page").below(site.plan().pagesPerHost());
      add(site.page(there, page), chance);
    }
  }

  private void oddities() {
    var plan = site.plan();
    if (plan.has(Feature.CHAINS) && dice.with("chain").chance(20)) {
      add(site.chains().entry(host, dice.with("chain")), dice.with("chained"));
    }
    if (plan.has(Feature.TRAPS) && dice.with("trap").chance(15)) {
      add(site.traps().pick(host, dice.with("trap")), dice.with("trapped"));
    }
    if (plan.has(Feature.OUTSIDE) && dice.with("outside").chance(10)) {
      var url = "http://nowhere.invalid/p" + dice.with("outside").below(3);
      add(Element.ANCHOR, url, url);
    }
    if (dice.with("none").chance(25)) {
      add(Element.ANCHOR, dice.with("none").pick(NO_LINKS), null);
    }
  }

  private void add(Place target, Dice chance) {
    var elements = chance.with("shun").chance(12) ? SHUNNED : USUAL;
    var element = chance.with("element").pick(elements);
    add(element, spelling.href(target, chance.with("spelling")), site.key(target));
  }

  private void add(Element element, String href, @Nullable String key) {
    links.add(new Hyperlink(element, href, key));
  }
}
