package dev.crawler.tck.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Sitemaps are fetched politely before the first page, and what they list is the input.
interface SitemapContract extends EngineUnderTest {
  @Tag("spec:T1")
  @Tag("spec:T4")
  @Test
  default void pagesOfAnIndexAreSeeds() throws IOException {
    try (var host = new ListedHost()) {
      host.pages("/a", "/b", "/c");
      host.file("/index.xml", ListedHost.index(host.url("/1.xml"), host.url("/2.xml.gz")));
      host.file("/1.xml", ListedHost.urlset(host.url("/a"), host.url("/b")));
      host.zipped("/2.xml.gz", ListedHost.urlset(host.url("/b"), host.url("/c")).getBytes(UTF_8));

      var crawl = Crawl.of(this, plan(List.of(), named(host.url("/index.xml"))));

      assertThat(paths(crawl)).containsExactly("/a", "/b", "/c");
      assertThat(crawl.records()).allMatch(page -> page.depth() == 0 && page.referrer() == null);
      assertThat(host.asked().subList(0, 4))
          .startsWith("/robots.txt", "/index.xml")
          .containsExactlyInAnyOrder("/robots.txt", "/index.xml", "/1.xml", "/2.xml.gz");
      assertThat(crawl.report().sitemaps().read()).isEqualTo(3);
    }
  }

  @Tag("spec:T5")
  @Tag("spec:T6")
  @Test
  default void robotsTxtNamesSitemapsAndHostsVouchForThemselves() throws IOException {
    try (var host = new ListedHost();
        var other = new ListedHost()) {
      host.pages("/", "/a", "/moved").file("/robots.txt", "Sitemap: " + other.url("/s.txt"));
      other.pages("/o").file("/s.txt", host.url("/a") + "\n" + other.url("/o"));
      host.file("/self.txt", host.url("/moved") + "\n" + other.url("/o"));
      host.file(
          "/robots.txt", "Sitemap: " + other.url("/s.txt") + "\nsitemap: /hop\nSitemap: :bad:");
      host.moved("/hop", "/self.txt");

      var crawl = Crawl.of(this, plan(List.of(host.url("/")), new Sitemaps(List.of(), true)));

      assertThat(paths(crawl)).containsExactly("/", "/a", "/moved");
      assertThat(crawl.report().sitemaps().foreign()).isEqualTo(1); // of /self.txt
      assertThat(crawl.report().outOfScope()).isEqualTo(1); // of /s.txt: vouched for, out of scope
    }
  }

  @Tag("spec:T5")
  @Test
  default void theUsersOwnSitemapMayListAnyHost() throws IOException {
    try (var host = new ListedHost();
        var other = new ListedHost()) {
      other.pages("/o", "/linked").file("/o", "<title>o</title><a href=/linked>");
      host.file("/s.txt", other.url("/o"));

      var crawl = Crawl.of(this, plan(List.of(), named(host.url("/s.txt"))));

      assertThat(paths(crawl)).containsExactly("/linked", "/o");
    }
  }

  @Tag("spec:T4")
  @Test
  default void aSitemapThatRobotsTxtForbidsIsNotFetched() throws IOException {
    try (var host = new ListedHost()) {
      host.pages("/a").file("/robots.txt", "User-agent: *\nDisallow: /s\n");
      host.file("/s.txt", host.url("/a"));

      var crawl = Crawl.of(this, plan(List.of(host.url("/a")), named(host.url("/s.txt"))));

      assertThat(host.asked()).containsExactly("/robots.txt", "/a");
      assertThat(crawl.report().sitemaps().failed()).isEqualTo(1);
    }
  }

  @Tag("spec:T7")
  @Test
  default void aPrivateOriginThatOnlyASitemapNamesIsOutOfReach() throws IOException {
    try (var host = new ListedHost();
        var other = new ListedHost()) {
      host.pages("/a").file("/s.txt", host.url("/a") + "\n" + other.url("/secret"));
      var plan =
          Plans.everything(List.of())
              .sitemaps(named(host.url("/s.txt")))
              .allowPrivate(false)
              .build();

      var crawl = Crawl.of(this, plan);

      assertThat(paths(crawl)).containsExactly("/a", "/secret");
      assertThat(crawl.records())
          .extracting(page -> String.valueOf(page.reason()))
          .containsExactlyInAnyOrder("null", "ADDRESS");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Tag("spec:T3")
  @Test
  default void hostileSitemapsEndAndCostTheirOwnEntriesAlone() throws IOException {
    try (var host = new ListedHost()) {
      host.pages("/a");
      host.file("/good.txt", host.url("/a"));
      host.zipped("/bomb.xml.gz", (ListedHost.urlset() + " ".repeat(64 << 20)).getBytes(UTF_8));
      host.file("/loop.xml", ListedHost.index(host.url("/loop.xml"), host.url("/loop2.xml")));
      host.file("/loop2.xml", ListedHost.index(host.url("/loop.xml"), host.url("/loop2.xml")));
      host.file("/deep0.xml", ListedHost.index(host.url("/deep1.xml")));
      IntStream.range(1, 9)
          .forEach(i ->
              host.file(
                  "/deep" + i + ".xml", ListedHost.index(host.url("/deep" + (i + 1) + ".xml"))));
      host.file(
          "/xxe.xml",
          "<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
              + "<urlset><url><loc>"
              + host.url("/")
              + "&x;</loc></url></urlset>");
      host.file("/html.xml", "<html><p>none here</html>");
      host.moved("/round", "/round");
      var all =
          Stream.of(
                  "good.txt",
                  "bomb.xml.gz",
                  "loop.xml",
                  "deep0.xml",
                  "xxe.xml",
                  "html.xml",
                  "round")
              .map(name -> CrawlUrl.of(host.url("/" + name)))
              .toList();

      var crawl = Crawl.of(this, plan(List.of(), new Sitemaps(all, false)));

      assertThat(paths(crawl)).contains("/a").doesNotContain("/deep4.xml").hasSizeLessThan(3);
      assertThat(host.asked()).doesNotHaveDuplicates().contains("/deep3.xml", "/loop2.xml");
      assertThat(host.asked()).doesNotContain("/deep4.xml");
    }
  }

  @Tag("spec:T3")
  @Test
  default void ofFiftyThousandAndOneUrlsTheLastIsLeftOut() throws IOException {
    try (var host = new ListedHost()) {
      var text = new StringBuilder();
      IntStream.rangeClosed(0, 50_000).forEach(i -> text.append(host.url("/" + i)).append('\n'));
      host.file("/s.txt", text.toString()).file("/robots.txt", "User-agent: *\nDisallow: /0\n");
      var limits = Plans.limits(16, OptionalLong.of(5), 10);
      var plan =
          Plans.everything(List.of())
              .sitemaps(named(host.url("/s.txt")))
              .limits(limits)
              .depth(Depth.SEEDS)
              .build();

      var crawl = Crawl.of(this, plan);

      assertThat(crawl.report().sitemaps().urls()).isEqualTo(50_000);
      assertThat(crawl.report().records()).isEqualTo(50_000);
      assertThat(paths(crawl)).doesNotContain("/50000");
    }
  }

  private static Sitemaps named(String url) {
    return new Sitemaps(List.of(CrawlUrl.of(url)), false);
  }

  private static CrawlPlan plan(List<String> seeds, Sitemaps sitemaps) {
    return Plans.everything(seeds).sitemaps(sitemaps).build();
  }

  private static List<String> paths(Crawl crawl) {
    return crawl.records().stream()
        .map(PageRecord::url)
        .map(url -> url.replaceFirst("http://[^/]*", ""))
        .sorted()
        .toList();
  }
}
