package dev.crawler.core.session;

import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.url.CrawlUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which URLs a session decides on: all, or those of one shard. What it has for others goes out
/// from here. *Confined to its session.*
final class Territory {
  /// What a session has of the crawl.
  private enum Part {
    WHOLE,
    SHARD,
    SEEDS
  }

  private final Part part;
  private final @Nullable Charter charter;
  private final Predicate<CrawlUrl> ours;
  private final Instant quietUntil;
  private List<Dispatch> outgoing = new ArrayList<>();

  private Territory(
      Part part, @Nullable Charter charter, Predicate<CrawlUrl> ours, Instant quietUntil) {
    this.part = part;
    this.charter = charter;
    this.ours = ours;
    this.quietUntil = quietUntil;
  }

  /// That of a session that decides on everything. One that goes on with a crawl asks nothing for a
  /// full delay, for a former process may have asked just now.
  static Territory everything(CrawlPlan plan) {
    var quietUntil =
        plan.journal().resumedAt().map(instant -> instant.plus(plan.politeness().delay()));
    return new Territory(Part.WHOLE, null, _ -> true, quietUntil.orElse(Instant.MIN));
  }

  /// That of a shard.
  ///
  /// @param charter what the seeds say, for a shard does not see them all
  /// @param ours whether the shard decides on a URL
  /// @param quietUntil nothing is asked before, for someone else may have asked just now
  static Territory shard(Charter charter, Predicate<CrawlUrl> ours, Instant quietUntil) {
    return new Territory(Part.SHARD, charter, ours, quietUntil);
  }

  /// That of a session that finds the seeds of a crawl, and leaves it to others.
  ///
  /// @param charter is told of the seeds
  static Territory seeds(Charter charter) {
    return new Territory(Part.SEEDS, charter, _ -> true, Instant.MIN);
  }

  /// Whether others have the rest of the crawl at the same time.
  boolean isShared() {
    return part == Part.SHARD;
  }

  /// Whether the session lets pages go by itself.
  boolean releases() {
    return part == Part.WHOLE;
  }

  /// A seed was found, or an origin named.
  void note(CrawlUrl url, boolean named, boolean reached) {
    if (charter != null && part == Part.SEEDS) {
      charter.add(new Charter.Place(url, named, reached));
    }
  }

  boolean holds(CrawlUrl url) {
    return ours.test(url);
  }

  /// Tells an origin of this territory whether the user named it; one that sees all seeds needs no
  /// telling.
  void introduce(OriginState origin) {
    if (charter != null) {
      charter.introduce(origin);
    }
  }

  Instant quietUntil() {
    return quietUntil;
  }

  void send(Dispatch dispatch) {
    outgoing.add(dispatch);
  }

  /// Takes out what was sent since the last call.
  List<Dispatch> drain() {
    if (outgoing.isEmpty()) {
      return List.of();
    }
    var drained = outgoing;
    outgoing = new ArrayList<>();
    return drained;
  }
}
