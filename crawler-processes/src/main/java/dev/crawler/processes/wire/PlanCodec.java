package dev.crawler.processes.wire;

import dev.crawler.core.fetch.CookieJar;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.plan.Depth;
import dev.crawler.core.plan.Limits;
import dev.crawler.core.plan.Politeness;
import dev.crawler.core.plan.ScopeKind;
import dev.crawler.core.plan.SimHashing;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.record.EarlierCrawl;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A plan as bytes, without its seeds, which the coordinator alone reads. The bytes hold what the
/// plan does, credentials too. *No state.*
public final class PlanCodec {
  private static final Envelope ENVELOPE = new Envelope("plan", 2);

  private PlanCodec() {}

  /// The bytes of a plan.
  ///
  /// @throws IllegalArgumentException when it has what cannot be sent, naming the option
  public static byte[] encode(CrawlPlan plan) {
    requireSendable(plan);
    return ENVELOPE.seal(out -> write(out, plan));
  }

  /// The plan of those bytes, without seeds.
  ///
  /// @throws WireFormatException when they are none
  public static CrawlPlan decode(byte[] bytes) {
    return ENVELOPE.open(bytes, PlanCodec::read);
  }

  /// Refuses a plan that leans on something of its process.
  ///
  /// @throws IllegalArgumentException naming the option
  public static void requireSendable(CrawlPlan plan) {
    require(
        plan.http().cookies().equals(CookieJar.NONE),
        "--cookie-jar",
        "each would keep cookies of its own");
    require(
        plan.earlier().equals(EarlierCrawl.NONE),
        "--since",
        "one alone has read the earlier output");
    require(!plan.http().keepsWire(), "--warc", "one alone can write the archive");
  }

  private static void require(boolean sendable, String option, String why) {
    if (!sendable) {
      throw new IllegalArgumentException(option + " does not work with several processes: " + why);
    }
  }

  private static void write(WireOutput out, CrawlPlan plan) {
    out.smallNumber(plan.depth().value());
    out.choice(plan.scope());
    out.list(plan.filter().includes(), WireOutput::text);
    out.list(plan.filter().excludes(), WireOutput::text);
    write(out, plan.limits());
    write(out, plan.politeness());
    HttpSettingsCodec.write(out, plan.http());
    out.list(plan.sitemaps().named(), WireOutput::url);
    out.flag(plan.sitemaps().discovers());
    out.smallNumber(plan.simHashing().passes());
    out.flag(plan.allowPrivate());
    out.number(plan.randomSeed());
  }

  private static CrawlPlan read(WireInput in) {
    return CrawlPlan.of(List.of())
        .depth(new Depth(in.smallNumber()))
        .scope(in.choice(ScopeKind.class))
        .filter(in.list(WireInput::text), in.list(WireInput::text))
        .limits(limits(in))
        .politeness(politeness(in))
        .http(HttpSettingsCodec.read(in))
        .sitemaps(new Sitemaps(in.list(WireInput::url), in.flag()))
        .simHashing(new SimHashing(in.smallNumber()))
        .allowPrivate(in.flag())
        .randomSeed(in.number())
        .build();
  }

  private static void write(WireOutput out, Limits limits) {
    var maxPages = limits.maxPages();
    var maxHostPages = limits.maxHostPages();
    out.smallNumber(limits.concurrency());
    out.optional(maxPages.isPresent() ? maxPages.getAsLong() : null, WireOutput::number);
    out.optional(
        maxHostPages.isPresent() ? maxHostPages.getAsInt() : null, WireOutput::smallNumber);
    out.smallNumber(limits.maxRedirects());
    out.smallNumber(limits.retries());
    out.duration(limits.retryWait());
  }

  private static Limits limits(WireInput in) {
    int concurrency = in.smallNumber();
    var maxPages = in.optional(WireInput::number);
    var maxHostPages = in.optional(WireInput::smallNumber);
    return new Limits(
        concurrency,
        maxPages == null ? OptionalLong.empty() : OptionalLong.of(maxPages),
        maxHostPages == null ? OptionalInt.empty() : OptionalInt.of(maxHostPages),
        in.smallNumber(),
        in.smallNumber(),
        in.duration());
  }

  private static void write(WireOutput out, Politeness politeness) {
    out.smallNumber(politeness.perHost());
    out.duration(politeness.delay());
    out.duration(politeness.maxCrawlDelay());
    out.flag(politeness.obeyRobots());
  }

  private static Politeness politeness(WireInput in) {
    return new Politeness(in.smallNumber(), in.duration(), in.duration(), in.flag());
  }
}
