/// What a crawl writes: one record per distinct URL key, and the sinks that take it. The names on
/// the wire are fixed by the contract in `docs/records.md`. Records are immutable; sinks are
/// thread-safe and may block.
@NullMarked
package dev.crawler.core.record;

import org.jspecify.annotations.NullMarked;
