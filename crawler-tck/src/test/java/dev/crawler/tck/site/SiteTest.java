package dev.crawler.tck.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.record.RecordOutcome;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteTest {
  private final Site site = Site.of(7, SitePlan.SMALL);

  @Test
  void answersTheSameToTheSameQuestion() {
    var again = Site.of(7, SitePlan.SMALL);

    var truth = site.truth(everything(site));

    assertThat(again.truth(everything(again))).isEqualTo(truth);
    assertThat(Site.of(8, SitePlan.SMALL).truth(everything(site))).isNotEqualTo(truth);
  }

  @Test
  void findsEveryPageByItsTargetInAnySpelling() {
    for (int page = 0; page < site.plan().pagesPerHost(); page++) {
      var place = site.page(1, page);

      var asked = Place.asked(1, place.target().replace("p", "%70").replace("~", "%7e"));

      assertThat(asked).isEqualTo(place);
      assertThat(site.locate(site.key(place))).contains(place);
    }
  }

  @Test
  void holdsEveryKindOfOutcomeOverAFewSeeds() {
    var kinds =
        IntStream.range(0, 20)
            .mapToObj(seed -> Site.of(seed, SitePlan.SMALL))
            .flatMap(web -> web.truth(everything(web)).records().values().stream())
            .map(expected -> expected.outcome() + " " + expected.reason())
            .collect(Collectors.toSet());

    assertThat(kinds)
        .contains("OK null", "REDIRECT null", "HTTP_ERROR null", "EXCLUDED TRAP")
        .contains("EXCLUDED ROBOTS", "EXCLUDED ROBOTS_UNAVAILABLE", "EXCLUDED REDIRECT_LIMIT");
  }

  @Test
  void truthOfAShallowCrawlIsPartOfTheWhole() {
    var plan = CrawlPlan.of(site.seedUrls()).depth(new Depth(2)).build();

    var shallow = site.truth(plan).records();

    assertThat(shallow.values()).allMatch(expected -> expected.depth() <= 2);
    assertThat(site.truth(everything(site)).records().keySet()).containsAll(shallow.keySet());
    assertThat(shallow).hasSizeGreaterThan(3);
  }

  @Test
  void truthCountsWhatABudgetLeavesOut() {
    var limits =
        new Limits(64, OptionalLong.of(10), Limits.DEFAULT.maxHostPages(), 10, 2, Duration.ZERO);
    var plan = CrawlPlan.of(site.seedUrls()).depth(Depth.UNLIMITED).limits(limits).build();

    var truth = site.truth(plan);

    assertThat(truth.records().values())
        .filteredOn(expected -> expected.outcome() != RecordOutcome.EXCLUDED)
        .hasSizeLessThanOrEqualTo(10);
    assertThat(truth.overBudget()).isPositive();
  }

  @Test
  void answersTakeAsLongAsThePlanSays() {
    var plan = SitePlan.SMALL.latency(Duration.ofMillis(30), Duration.ofMillis(50));

    var latencies = answers(Site.of(7, plan)).map(Answer::latency).toList();

    assertThat(latencies)
        .allMatch(latency -> !latency.minus(Duration.ofMillis(30)).isNegative())
        .allMatch(latency -> !Duration.ofMillis(50).minus(latency).isNegative())
        .doesNotHaveDuplicates();
  }

  @Test
  void asManyPagesGoWrongAtFirstAsTheMakeSays() {
    var few = answers(Site.of(7, SitePlan.SMALL.make(PageMake.of(6, 800, 0))));
    var many = answers(Site.of(7, SitePlan.SMALL.make(PageMake.of(6, 800, 90))));

    assertThat(few.filter(answer -> answer instanceof Answer.Reset)).isEmpty();
    assertThat(many.filter(answer -> answer instanceof Answer.Reset)).hasSizeGreaterThan(3);
  }

  private static Stream<Answer> answers(Site site) {
    return IntStream.range(1, site.plan().pagesPerHost())
        .mapToObj(page -> site.answer(0, site.page(0, page).target(), 1));
  }

  private static CrawlPlan everything(Site site) {
    return CrawlPlan.of(site.seedUrls()).depth(Depth.UNLIMITED).scope(ScopeKind.ANY).build();
  }
}
