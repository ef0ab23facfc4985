package dev.crawler.processes.job;

import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.session.CrawlReport;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Progress;
import dev.crawler.core.session.Release;
import dev.crawler.core.session.SitemapReport;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.RobotsCodec;
import dev.crawler.processes.wire.WireInput;
import dev.crawler.processes.wire.WireOutput;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// The bytes of what this package says. *No state.*
public final class Messages {
  private static final Envelope ORDER = new Envelope("an order", 1);
  private static final Envelope REPORT = new Envelope("a report", 1);
  private static final Envelope INTRODUCTION = new Envelope("an introduction", 1);
  private static final Envelope KEYS = new Envelope("keys", 1);
  private static final Envelope RELEASES = new Envelope("releases", 1);
  private static final Envelope MANNERS = new Envelope("the manners of a host", 1);

  private enum Kind {
    INTRODUCE,
    ROLL_CALL,
    RESCAN,
    APPLICANTS,
    READ,
    RENEW
  }

  private enum Tiding {
    DELAY_CAPPED,
    ROBOTS_UNAVAILABLE,
    HOST_PAUSED,
    OUT_OF_SCOPE,
    LIMIT_HIT
  }

  private Messages() {}

  static byte[] of(Order order) {
    return ORDER.seal(out -> {
      switch (order) {
        case Order.Introduce() -> out.choice(Kind.INTRODUCE);
        case Order.RollCall call -> {
          out.choice(Kind.ROLL_CALL);
          write(out, call);
        }
        case Order.Rescan() -> out.choice(Kind.RESCAN);
        case Order.Renew() -> out.choice(Kind.RENEW);
        case Order.Applicants(var level) -> {
          out.choice(Kind.APPLICANTS);
          write(out, level);
        }
        case Order.Read(var position, var most) -> {
          out.choice(Kind.READ);
          out.number(position);
          out.smallNumber(most);
        }
      }
    });
  }

  static Order order(byte[] bytes) {
    return ORDER.open(
        bytes,
        in ->
            switch (in.choice(Kind.class)) {
              case INTRODUCE -> new Order.Introduce();
              case ROLL_CALL ->
                  new Order.RollCall(
                      UUID.fromString(in.text()),
                      in.text(),
                      in.number(),
                      in.number(),
                      in.smallNumber(),
                      in.smallNumber(),
                      in.smallNumber(),
                      in.choice(Order.Wish.class));
              case RESCAN -> new Order.Rescan();
              case RENEW -> new Order.Renew();
              case APPLICANTS -> new Order.Applicants(level(in));
              case READ -> new Order.Read(in.number(), in.smallNumber());
            });
  }

  private static void write(WireOutput out, Order.RollCall call) {
    out.text(call.coordinator().toString());
    out.text(call.job());
    out.number(call.round());
    out.number(call.heard());
    out.smallNumber(call.number());
    out.smallNumber(call.concurrency());
    out.smallNumber(call.releases());
    out.choice(call.wish());
  }

  static byte[] of(Introduction introduction) {
    return INTRODUCTION.seal(out -> {
      out.smallNumber(introduction.number());
      out.text(introduction.folder().toString());
      out.text(introduction.mark());
    });
  }

  static Introduction introduction(byte[] bytes) {
    return INTRODUCTION.open(
        bytes, in -> new Introduction(in.smallNumber(), Path.of(in.text()), in.text()));
  }

  static byte[] of(List<String> keys) {
    return KEYS.seal(out -> out.list(keys, WireOutput::text));
  }

  static List<String> keys(byte[] bytes) {
    return KEYS.open(bytes, in -> in.list(WireInput::text));
  }

  static byte[] ofReleases(List<Release> releases) {
    return RELEASES.seal(out ->
        out.list(
            releases,
            (o, release) -> {
              write(o, release.level());
              o.optional(release.lastKey(), WireOutput::text);
            }));
  }

  static List<Release> releases(byte[] bytes) {
    return RELEASES.open(
        bytes, in -> in.list(i -> new Release(level(i), i.optional(WireInput::text))));
  }

  /// How a host is treated.
  public static byte[] of(HostManners manners) {
    return MANNERS.seal(out -> {
      out.text(manners.host().value());
      out.duration(manners.pause());
      out.duration(manners.delay());
      out.duration(manners.penalty());
      out.list(
          manners.robots().entrySet(),
          (o, entry) -> {
            write(o, entry.getKey());
            RobotsCodec.write(o, entry.getValue());
          });
    });
  }

  /// The same from its bytes.
  public static HostManners manners(byte[] bytes) {
    return MANNERS.open(
        bytes,
        in -> {
          var host = new HostKey(in.text());
          var pause = in.duration();
          var delay = in.duration();
          var penalty = in.duration();
          var robots = new HashMap<Origin, RobotsVerdict>();
          in.list(i -> robots.put(origin(i), RobotsCodec.read(i)));
          return new HostManners(host, pause, delay, penalty, robots);
        });
  }

  static byte[] of(WorkerReport report) {
    return REPORT.seal(out -> {
      out.flag(report.idle());
      out.number(report.activity());
      out.bytes(report.partitions().toByteArray());
      out.smallNumber(report.releases());
      out.optional(report.nextLevel(), Messages::write);
      write(out, report.progress());
      write(out, report.tally());
      out.list(report.events(), Messages::write);
      out.optional(report.fault(), WireOutput::text);
    });
  }

  static WorkerReport report(byte[] bytes) {
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
                in.list(Messages::event),
                in.optional(WireInput::text)));
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
        write(out, origin);
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
    }
  }

  private static Event event(WireInput in) {
    return switch (in.choice(Tiding.class)) {
      case DELAY_CAPPED ->
          new Event.DelayCapped(new HostKey(in.text()), in.duration(), in.duration());
      case ROBOTS_UNAVAILABLE -> new Event.RobotsUnavailable(origin(in));
      case HOST_PAUSED -> new Event.HostPaused(new HostKey(in.text()), in.duration());
      case OUT_OF_SCOPE -> new Event.OutOfScope(in.url());
      case LIMIT_HIT -> new Event.LimitHit(in.text());
    };
  }

  private static void write(WireOutput out, Origin origin) {
    out.text(origin.scheme());
    out.text(origin.host());
    out.smallNumber(origin.port());
  }

  private static Origin origin(WireInput in) {
    return new Origin(in.text(), in.text(), in.smallNumber());
  }

  private static void write(WireOutput out, Level level) {
    out.flag(level.tooFar());
    out.smallNumber(level.depth());
    out.smallNumber(level.hops());
  }

  private static Level level(WireInput in) {
    return new Level(in.flag(), in.smallNumber(), in.smallNumber());
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
