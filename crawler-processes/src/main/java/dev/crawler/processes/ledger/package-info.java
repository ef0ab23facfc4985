/// What all workers share: which URLs are known by which ways, how each was settled, who crawls
/// which partition, letters between shards and what a new owner must know of its hosts. Everything
/// lies with the partition of its shard key, has one copy on another member, and is changed where
/// it lies, by what may run twice. The session decides; this is its durable input.
@NullMarked
package dev.crawler.processes.ledger;

import org.jspecify.annotations.NullMarked;
