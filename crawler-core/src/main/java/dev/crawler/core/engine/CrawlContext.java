package dev.crawler.core.engine;

import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.record.Archive;
import dev.crawler.core.record.Sink;
import dev.crawler.core.session.CrawlListener;
import dev.crawler.core.session.Reserve;
import java.time.InstantSource;

/// The collaborators of a run. *Immutable.*
///
/// @param sink takes the records; the run does not close it
/// @param archive takes the transcripts of answers, when the plan asks for them; the run does not
///   close it
/// @param listener hears what a person may want to know
/// @param clock never runs backwards; see [MonotonicClock]
/// @param resolver finds the addresses of hosts
/// @param crew which processes do the work, for an engine that has several
/// @param reserve where the session of this run keeps what waits far back; not for an engine of
///   several processes. The run does not close it
public record CrawlContext(
    Sink sink,
    Archive archive,
    CrawlListener listener,
    InstantSource clock,
    NameResolver resolver,
    Crew crew,
    Reserve reserve) {
  /// With all that waits in memory.
  public CrawlContext(
      Sink sink,
      Archive archive,
      CrawlListener listener,
      InstantSource clock,
      NameResolver resolver,
      Crew crew) {
    this(sink, archive, listener, clock, resolver, crew, Reserve.NONE);
  }

  /// With the usual crew.
  public CrawlContext(
      Sink sink,
      Archive archive,
      CrawlListener listener,
      InstantSource clock,
      NameResolver resolver) {
    this(sink, archive, listener, clock, resolver, Crew.DEFAULT);
  }

  /// Records to the sink, transcripts to nobody.
  public CrawlContext(
      Sink sink, CrawlListener listener, InstantSource clock, NameResolver resolver) {
    this(sink, Archive.NONE, listener, clock, resolver);
  }

  /// Records to the sink, everything else as usual.
  public static CrawlContext of(Sink sink) {
    return new CrawlContext(sink, CrawlListener.NONE, MonotonicClock.start(), NameResolver.SYSTEM);
  }

  /// The same with that crew.
  public CrawlContext with(Crew other) {
    return new CrawlContext(sink, archive, listener, clock, resolver, other, reserve);
  }

  /// The same with that reserve.
  public CrawlContext with(Reserve other) {
    return new CrawlContext(sink, archive, listener, clock, resolver, crew, other);
  }
}
