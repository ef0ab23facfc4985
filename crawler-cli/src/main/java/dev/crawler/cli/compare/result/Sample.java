package dev.crawler.cli.compare.result;

import dev.crawler.core.session.Progress;

/// Where a crawl stood at one moment, as its own JVM saw it. *Immutable.*
///
/// @param millis since the crawl began in its JVM
/// @param done URLs with a record
/// @param known URLs taken on
/// @param inFlight fetches under way
/// @param pagesPerSecond over the last second or so
/// @param threads of the system, in all processes
/// @param lagMillis how late the event loop has come so far, at worst; NaN without one
/// @param cpuMillis of all processes so far
/// @param heapBytes in use, garbage included
/// @param limit what held the rate down
public record Sample(
    long millis,
    long done,
    long known,
    int inFlight,
    double pagesPerSecond,
    int threads,
    double lagMillis,
    long cpuMillis,
    long heapBytes,
    Progress.Limit limit) {}
