package dev.crawler.processes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crawler.core.cookie.Cookies;
import dev.crawler.core.fetch.Headers;
import dev.crawler.core.fetch.ProxyServer;
import dev.crawler.core.fetch.Validators;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.HttpSettings;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.record.EarlierCrawl;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.url.CrawlUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlanCodecTest {
  private static final List<String> PATTERNS = List.of("/a.*\\.html$", "[ä-ü]{2,3}", "", "x|y");

  @Test
  void anyPlanIsReadAgainWithoutItsSeeds() {
    for (long seed = 0; seed < 500; seed++) {
      var plan = plan(new Random(seed));

      var read = PlanCodec.decode(PlanCodec.encode(plan));

      assertThat(read)
          .as("seed %d", seed)
          .usingRecursiveComparison()
          .ignoringFields("seeds", "filter")
          .isEqualTo(plan);
      assertThat(read.filter().includes()).isEqualTo(plan.filter().includes());
      assertThat(read.filter().excludes()).isEqualTo(plan.filter().excludes());
      assertThat(read.seeds()).isEmpty();
    }
  }

  @Test
  void theDefaultsAreReadAgain() {
    var plan = CrawlPlan.of().build();

    var read = PlanCodec.decode(PlanCodec.encode(plan));

    assertThat(read.http()).isEqualTo(HttpSettings.DEFAULT);
    assertThat(read.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(read.politeness()).isEqualTo(Politeness.DEFAULT);
    assertThat(read.depth()).isEqualTo(Depth.SEEDS);
  }

  @Tag("spec:G13")
  @Test
  void whatCannotTravelIsNamed() {
    refuses(
        "--cookie-jar",
        CrawlPlan.of().http(HttpSettings.DEFAULT.keeping(new Cookies(Clock.systemUTC()))).build());
    refuses("--since", CrawlPlan.of().earlier(new NothingEarlier()).build());
    refuses("--warc", CrawlPlan.of().http(HttpSettings.DEFAULT.keepingWire()).build());
  }

  private static void refuses(String option, CrawlPlan plan) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanCodec.encode(plan))
        .withMessageStartingWith(option + " does not work with several processes");
  }

  @Test
  void foreignBytesAreRefused() {
    var bytes = PlanCodec.encode(plan(new Random(7)));

    ForeignBytes.refusesWhatIsCutShort(bytes, PlanCodec::decode);
    ForeignBytes.readsOrRefusesWhatIsNear(bytes, PlanCodec::decode);
  }

  @Test
  void secretsArriveAndAreNotShown() {
    var http =
        new HttpSettings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                "crawler",
                Headers.of("Authorization", "Bearer s3cret", "X-Key", "s3cret"),
                true)
            .through(new ProxyServer("proxy", 8080, "Basic s3cret"));
    var sitemaps = new Sitemaps(List.of(CrawlUrl.of("http://u:s3cret@ex.com/s.xml")), false);
    var plan = CrawlPlan.of().http(http).sitemaps(sitemaps).build();

    var read = PlanCodec.decode(PlanCodec.encode(plan));

    assertThat(read.http()).isEqualTo(http);
    assertThat(read.sitemaps()).isEqualTo(sitemaps);
    assertThat(read.toString()).contains("X-Key", "proxy:8080").doesNotContain("s3cret");
  }

  private static CrawlPlan plan(Random random) {
    boolean obeysRobots = random.nextBoolean();
    return CrawlPlan.of("http://ex.com/")
        .depth(random.nextBoolean() ? Depth.UNLIMITED : new Depth(random.nextInt(9)))
        .scope(
            ScopeKind.valueOf(
                List.of("PAGE", "PREFIX", "HOST", "DOMAIN", "ANY").get(random.nextInt(5))))
        .filter(some(random, PATTERNS), some(random, PATTERNS))
        .limits(limits(random))
        .politeness(
            new Politeness(1 + random.nextInt(9), duration(random), duration(random), obeysRobots))
        .http(http(random))
        .sitemaps(
            new Sitemaps(
                some(random, List.of(CrawlUrl.of("http://ex.com/s"), CrawlUrl.of("http://b/#x"))),
                obeysRobots && random.nextBoolean()))
        .simHashing(new SimHashing(random.nextInt(3)))
        .allowPrivate(random.nextBoolean())
        .randomSeed(random.nextLong())
        .build();
  }

  private static Limits limits(Random random) {
    return new Limits(
        1 + random.nextInt(9_999),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong(1, 1L << 50)),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(1, 1 << 30)),
        random.nextInt(20),
        random.nextInt(20),
        duration(random));
  }

  private static HttpSettings http(Random random) {
    var settings =
        new HttpSettings(
            duration(random),
            duration(random),
            random.nextInt(1, Integer.MAX_VALUE),
            "bot/" + "\u00FF".repeat(random.nextInt(3)),
            new Headers(
                some(random, List.of(field("A", ""), field("b-c", "\t d"), field("A", "e")))),
            random.nextBoolean());
    return random.nextBoolean()
        ? settings
        : settings.through(new ProxyServer("::1", random.nextInt(65_536), "Basic x"));
  }

  private static Headers.Field field(String name, String value) {
    return new Headers.Field(name, value);
  }

  private static Duration duration(Random random) {
    return Duration.ofSeconds(random.nextInt(1 << 20), 1 + random.nextInt(999_999_999));
  }

  private static <T> List<T> some(Random random, List<T> all) {
    return all.stream().filter(_ -> random.nextBoolean()).toList();
  }

  private static final class NothingEarlier implements EarlierCrawl {
    @Override
    public Validators validators(CrawlUrl url) {
      return Validators.NONE;
    }

    @Override
    public Optional<PageRecord> page(CrawlUrl url) {
      return Optional.empty();
    }
  }
}
