package dev.crawler.cli.cluster;

/// What became of a crawl one of whose workers was killed. *Immutable.*
///
/// @param number of the point
/// @param share of the crawl's requests at which it happened, from 0 to 1
/// @param victim whether it was the worker that had just asked, or another
/// @param lost records that one process has and these have not
/// @param doubled URLs with more than one record
/// @param wrong records that differ, or that nobody should have
/// @param again pages that were fetched again after an answer
/// @param inFlight how many a worker can have in flight
/// @param firstMillis from the death to the first request by another process to a host that the
///   victim had; not a number when none of them was asked any more
/// @param lastMillis to when each of them that was asked again had been
/// @param hosts how many of them were asked again
/// @param rude what was wrong with its manners, and what the command said if it failed; empty when
///   all was well
public record Death(
    int number,
    double share,
    String victim,
    int lost,
    int doubled,
    int wrong,
    int again,
    int inFlight,
    double firstMillis,
    double lastMillis,
    int hosts,
    String rude) {}
