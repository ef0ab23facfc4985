/// Many processes: each is the blocking loop, and a ledger that they share on Hazelcast says what
/// is known and what is done. The member that holds a partition of the ledger crawls its hosts, so
/// politeness and robots.txt stay with one process at a time.
@NullMarked
package dev.crawler.processes;

import org.jspecify.annotations.NullMarked;
