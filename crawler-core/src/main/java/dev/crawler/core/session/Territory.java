package dev.crawler.core.session;

import dev.crawler.core.url.CrawlUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which URLs a session decides on: all, or those of one shard. What it has for others goes out
/// from here. *Confined to its session.*
final class Territory {
  private final @Nullable Charter charter;
  private final Predicate<CrawlUrl> ours;
  private final Instant quietUntil;
  private List<Dispatch> outgoing = new ArrayList<>();

  private Territory(@Nullable Charter charter, Predicate<CrawlUrl> ours, Instant quietUntil) {
    this.charter = charter;
    this.ours = ours;
    this.quietUntil = quietUntil;
  }

  /// That of a session that decides on everything.
  static Territory everything() {
    return new Territory(null, _ -> true, Instant.MIN);
  }

  /// That of a shard.
  ///
  /// @param charter what the seeds say, for a shard does not see them all
  /// @param ours whether the shard decides on a URL
  /// @param quietUntil nothing is asked before, for someone else may have asked just now
  static Territory shard(Charter charter, Predicate<CrawlUrl> ours, Instant quietUntil) {
    return new Territory(charter, ours, quietUntil);
  }

  boolean isShared() {
    return charter != null;
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
