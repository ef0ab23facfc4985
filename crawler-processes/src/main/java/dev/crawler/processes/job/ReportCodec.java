package dev.crawler.processes.job;

import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.SitemapReport;
import dev.crawler.core.url.HostKey;
import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.WireInput;
import dev.crawler.processes.wire.WireOutput;
import java.util.BitSet;
import java.util.Set;
import java.util.UUID;

/// The bytes of a worker's report. *No state.*
final class ReportCodec {
  private static final Envelope REPORT = new Envelope("a report", 1);

  private enum Tiding {
    DELAY_CAPPED,
    ROBOTS_UNAVAILABLE,
    HOST_PAUSED,
    OUT_OF_SCOPE,
    LIMIT_HIT,
    STUCK
  }

  private ReportCodec() {}

  static byte[] write(WorkerReport report) {
    return REPORT.seal(out -> {
      out.flag(report.idle());
      out.number(report.activity());
      out.bytes(report.partitions().toByteArray());
      out.smallNumber(report.releases());
      out.optional(report.nextLevel(), Messages::write);
      write(out, report.progress());
      write(out, report.tally());
      out.list(report.events(), ReportCodec::write);
      write(out, report.health());
    });
  }

  static WorkerReport read(byte[] bytes) {
    return REPORT.open(
        bytes,
        in ->
            new WorkerReport(
                in.flag(),
                in.number(),
                BitSet.valueOf(in.bytes()),
                in.smallNumber(),
                in.optional(Messages::level),
                progress(in),
                tally(in),
                in.list(ReportCodec::event),
                health(in)));
  }

  private static void write(WireOutput out, Health health) {
    out.list(health.paired(), (to, worker) -> to.text(worker.toString()));
    out.optional(health.shortage(), WireOutput::text);
    out.optional(health.fault(), WireOutput::text);
  }

  private static Health health(WireInput in) {
    return new Health(
        Set.copyOf(in.list(from -> UUID.fromString(from.text()))),
        in.optional(WireInput::text),
        in.optional(WireInput::text));
  }

  private static void write(WireOutput out, Event event) {
    switch (event) {
      case Event.DelayCapped(var host, var asked, var used) -> {
        out.choice(Tiding.DELAY_CAPPED);
        out.text(host.value());
        out.duration(asked);
        out.duration(used);
      }
      case Event.RobotsUnavailable(var origin) -> {
        out.choice(Tiding.ROBOTS_UNAVAILABLE);
        Messages.write(out, origin);
      }
      case Event.HostPaused(var host, var pause) -> {
        out.choice(Tiding.HOST_PAUSED);
        out.text(host.value());
        out.duration(pause);
      }
      case Event.OutOfScope(var url) -> {
        out.choice(Tiding.OUT_OF_SCOPE);
        out.url(url);
      }
      case Event.LimitHit(var name) -> {
        out.choice(Tiding.LIMIT_HIT);
        out.text(name);
      }
      case Event.Stuck(var url, var since) -> {
        out.choice(Tiding.STUCK);
        out.url(url);
        out.duration(since);
      }
    }
  }

  private static Event event(WireInput in) {
    return switch (in.choice(Tiding.class)) {
      case DELAY_CAPPED ->
          new Event.DelayCapped(new HostKey(in.text()), in.duration(), in.duration());
      case ROBOTS_UNAVAILABLE -> new Event.RobotsUnavailable(Messages.origin(in));
      case HOST_PAUSED -> new Event.HostPaused(new HostKey(in.text()), in.duration());
      case OUT_OF_SCOPE -> new Event.OutOfScope(in.url());
      case LIMIT_HIT -> new Event.LimitHit(in.text());
      case STUCK -> new Event.Stuck(in.url(), in.duration());
    };
  }

  private static void write(WireOutput out, Progress progress) {
    out.number(progress.done());
    out.number(progress.known());
    out.smallNumber(progress.inFlight());
    out.number(progress.queued());
    out.number(progress.requests());
    out.number(progress.retries());
    out.number(progress.robotsFetches());
    out.smallNumber(progress.hostsReady());
    out.choice(progress.limit());
  }

  private static Progress progress(WireInput in) {
    return new Progress(
        in.number(),
        in.number(),
        in.smallNumber(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.smallNumber(),
        in.choice(Progress.Limit.class));
  }

  private static void write(WireOutput out, CrawlReport report) {
    out.number(report.records());
    out.number(report.requests());
    out.number(report.retries());
    out.number(report.robotsFetches());
    out.number(report.outOfScope());
    out.number(report.overBudget());
    out.smallNumber(report.hosts());
    out.flag(report.stopped());
  }

  private static CrawlReport tally(WireInput in) {
    return new CrawlReport(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.smallNumber(),
        SitemapReport.NONE,
        in.flag());
  }
}
