package dev.crawler.core.engine;

import java.time.Duration;

/// How late an event loop came to what it was asked to do at once. *Immutable.*
///
/// @param samples how often it was asked
/// @param median half of the times it came sooner
/// @param p99 99 of 100 times it came sooner
/// @param worst the latest it came, a wait that has not ended included
public record LoopLag(long samples, Duration median, Duration p99, Duration worst) {}
