package dev.crawler.core.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.fetch.Outcome;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private final Tasks tasks = new Tasks();

  @Test
  void linksComeFromAllElementsThatLead() {
    var html =
        """
        <link rel=canonical href=1><link rel="x Next" href=2><link rel=prev href=3>
        <link rel=alternate href=4><meta http-equiv=Refresh content="5; URL='5'">
        <a href=6></a><map><area href=7></map><iframe src=8></iframe>
        """;

    assertThat(links(html)).containsExactly(dir("1", "2", "3", "4", "5", "6", "7", "8"));
    assertThat(links("<frameset><frame src=9></frameset>")).containsExactly(dir("9"));
  }

  @Test
  void whatDoesNotLeadIsNoLink() {
    var html =
        """
        <link rel=stylesheet href=a><link href=b><img src=c><script src=d></script><a name=e>
        <a href=mailto:x@y><a href=tel:1><a href=data:,x><a href=javascript:x><a href=blob:x>
        <a href="http://a b/"><a href=about:blank><template><a href=f></template>
        <!-- <a href=g> --><textarea><a href=h></textarea><form action=i></form>
        """;

    assertThat(links(html)).isEmpty();
  }

  @Test
  void linksAreDistinctRequestUrlsInDocumentOrder() {
    assertThat(links("<a href=b#x><a href=a><a href=./b><a href=http://u:p@ex.com/dir/a>"))
        .containsExactly(dir("b", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP://EX.com/A, http://ex.com/A",
    "//x.example, http://x.example/",
    "?q, http://ex.com/dir/page?q",
    "#f, http://ex.com/dir/page",
    "'', http://ex.com/dir/page",
    "' a\tb\n', http://ex.com/dir/ab",
    "'\\\\x.example\\a', http://x.example/a",
    "../../../c, http://ex.com/c",
    "&#47;x, http://ex.com/x",
    "ä, http://ex.com/dir/%C3%A4"
  })
  void referencesAreReadAsBrowsersDo(String reference, String url) {
    assertThat(links("<a href=\"" + reference + "\">")).containsExactly(url);
  }

  @Test
  void theFirstBaseWithAnHrefCountsWhereverItStands() {
    var html = "<a href=a><base target=x><base href=/b/><base href=/c/><a href=d>";

    assertThat(links(html)).containsExactly("http://ex.com/b/a", "http://ex.com/b/d");
  }

  @Test
  void theBaseMayBeOnAnotherHost() {
    assertThat(links("<base href='//other.example/x/y'><a href=z>"))
        .containsExactly("http://other.example/x/z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:,x", "javascript:x", "http://a b/", "ftp://x/"})
  void aBaseThatCannotBeCrawledIsIgnoredAndSoIsALaterOne(String base) {
    assertThat(links("<base href='" + base + "'><base href=/c/><a href=d>"))
        .containsExactly(dir("d"));
  }

  @Test
  void aNofollowLinkIsRecordedButNotFollowed() {
    var html = "<a href=a rel='x NoFollow'><a href=b><area href=c rel=nofollow>";

    assertThat(links(html)).containsExactly(dir("a", "b", "c"));
    assertThat(followable(html)).containsExactly(CrawlUrl.of(dir("b")[0]));
  }

  @Test
  void aLinkIsFollowedWhenAnyPlaceLetsIt() {
    assertThat(followable("<a href=a rel=nofollow><a href=a>")).hasSize(1);
    assertThat(followable("<a href=a><a href=a rel=nofollow>")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "robots, 'noindex', false, true",
    "robots, 'NOFOLLOW', true, false",
    "ROBOTS, ' noindex , nofollow ', false, false",
    "robots, 'none', false, false",
    "crawler, 'nofollow', true, false",
    "Crawler, 'none', false, false",
    "otherbot, 'none', true, true",
    "robots, 'index, follow, noarchive', true, true",
    "robots, 'all', true, true"
  })
  void whatRobotsMayDoIsReadFromThePage(
      String name, String content, boolean index, boolean follow) {
    var html = "<meta name='" + name + "' content='" + content + "'><a href=a>";

    assertThat(facts(html).robots()).isEqualTo(new PageRecord.RobotsMeta(index, follow));
    assertThat(links(html)).hasSize(1);
    assertThat(followable(html)).hasSize(follow ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "'noindex, nofollow', false, false",
    "'otherbot: none', true, true",
    "'otherbot: noindex, nofollow', true, true",
    "'crawler: nofollow', true, false",
    "'otherbot: noindex, CRAWLER: nofollow', true, false",
    "'unavailable_after: 25 Jun 2010 15:00:00 PST, nofollow', true, false",
    "'max-snippet: 5, noindex', false, true",
    "'*: noindex', false, true"
  })
  void whatRobotsMayDoIsReadFromTheHeader(String value, boolean index, boolean follow) {
    var record =
        tasks.record(
            Tasks.response(
                200,
                "<a href=a>".getBytes(UTF_8),
                "Content-Type",
                "text/html",
                "X-Robots-Tag",
                "noarchive",
                "x-robots-tag",
                value));

    assertThat(requireNonNull(record.html()).robots())
        .isEqualTo(new PageRecord.RobotsMeta(index, follow));
  }

  @Test
  void textsAreCollapsedAndCut() {
    var facts = facts("<html lang=' en '><title> a \n\t b \u00A0 </title><title>c</title>");
    var longTitle = facts("<title>" + "\uD83D\uDE00".repeat(2000)).title();

    assertThat(facts.title()).isEqualTo("a b \u00A0");
    assertThat(facts.lang()).isEqualTo("en");
    assertThat(longTitle).isEqualTo("\uD83D\uDE00".repeat(1000));
  }

  @Test
  void theTitleIsNotThatOfAPicture() {
    assertThat(facts("<body><svg><title>no</title></svg><title>yes</title>").title())
        .isEqualTo("yes");
  }

  @Test
  void whatIsEmptyIsAbsent() {
    var facts = facts("<html lang=''><title> </title><meta name=description content=''>");

    assertThat(facts.title()).isNull();
    assertThat(facts.lang()).isNull();
    assertThat(facts.description()).isNull();
    assertThat(facts.canonical()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<!-- x", "<script>x", "<title>x", "<a href=\"x", "<", "\0"})
  void anUnfinishedPageIsAPage(String html) {
    assertThat(tasks.record(Tasks.html(html)).html()).isNotNull();
  }

  private List<String> links(String html) {
    return tasks.record(Tasks.html(html)).links();
  }

  private List<CrawlUrl> followable(String html) {
    return ((Outcome.Page) tasks.handle(Tasks.page(Tasks.URL), Tasks.html(html))).links();
  }

  private PageRecord.Html facts(String html) {
    return requireNonNull(tasks.record(Tasks.html(html)).html());
  }

  private static String[] dir(String... names) {
    return List.of(names).stream().map("http://ex.com/dir/"::concat).toArray(String[]::new);
  }
}
