/// Many processes: each is the blocking loop, and a ledger that they share on Hazelcast says what
/// is known and what is done. The member that holds a partition of the ledger crawls its hosts, so
/// politeness and robots.txt stay with one process at a time. What a worker does with a page is in
/// [WorkerCrawl], and how a crawl is led to its end in the coordinator package.
///
/// Read in this order: [WorkerCrawl], the turn of a worker; `ledger`, what is shared and what of it
/// can happen twice; `worker`, how shards come and go and what a worker may do when; `coordinator`,
/// who leads, from `Lead` to `Conductor`; `part`, which records count; then `job`, `wire`,
/// `cluster` and `launch`, which carry all this.
///
/// ```
///  ledger entry       OPEN ──────────────── settled, under the epoch ───────────▶ SETTLED
///                      ▲ ▲                                                          │
///                      │ `────── its record is lost with a part file ───────────────│
///                      `──────── news: a shorter way to a redirect ─────────────────'
///
///  claim              FREE ── the owner claims, epoch + 1 ──▶ HELD ── moved, quiet ──▶ FREE
///                                                              │  holder dead
///                                                              `── the next owner, epoch + 1 ──▶ HELD
/// ```
@NullMarked
package dev.crawler.processes;

import org.jspecify.annotations.NullMarked;
