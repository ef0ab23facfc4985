package dev.crawler.processes.job;

import com.hazelcast.core.HazelcastInstance;
import dev.crawler.core.fetch.Settlement;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Partitions;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.processes.ledger.Claims;
import dev.crawler.processes.ledger.Ledger;
import dev.crawler.processes.ledger.Manners;
import dev.crawler.processes.ledger.Marks;
import dev.crawler.processes.ledger.Post;
import dev.crawler.processes.ledger.ShardKeys;

/// All that a crawl shares. *Thread-safe.*
///
/// @param keys what decides which shard a URL belongs to
/// @param ledger which URLs are known, and how they ended
/// @param claims who crawls which partition
/// @param post what shards have for each other
/// @param manners how hosts are to be treated
/// @param marks by which it is seen that nothing of all this is lost
public record Books(
    ShardKeys keys, Ledger ledger, Claims claims, Post post, Manners manners, Marks marks)
    implements Partitions {
  /// Those of a plan, as a member or client sees them.
  public static Books of(HazelcastInstance hazelcast, CrawlPlan plan) {
    return new Books(
        ShardKeys.of(plan),
        Ledger.of(hazelcast, plan),
        new Claims(hazelcast),
        new Post(hazelcast),
        new Manners(hazelcast),
        new Marks(hazelcast));
  }

  @Override
  public int of(CrawlUrl url) {
    return ledger.partitionOf(url);
  }

  @Override
  public int ofText(String text) {
    return ledger.partitionOfText(text);
  }

  /// Where the shard of a settled URL or text lies.
  public int of(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Fetched(var link, var _, var _) -> of(link.url());
      case Settlement.Excluded(var exclusion) -> of(exclusion);
    };
  }

  /// Notes how a host is to be treated by whoever has it next.
  public void write(HostManners treatment) {
    var host = treatment.host().value();
    var shardKey = keys.of(CrawlUrl.of("http://" + host + "/"));
    manners.put(shardKey, host, Messages.of(treatment));
  }

  /// Forgets everything.
  public void clear() {
    ledger.clear();
    claims.clear();
    post.clear();
    manners.clear();
    marks.clear();
  }
}
