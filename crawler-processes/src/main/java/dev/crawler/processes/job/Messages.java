package dev.crawler.processes.job;

import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.session.HostManners;
import dev.crawler.core.session.Level;
import dev.crawler.core.session.Release;
import dev.crawler.core.url.HostKey;
import dev.crawler.core.url.Origin;
import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.RobotsCodec;
import dev.crawler.processes.wire.WireInput;
import dev.crawler.processes.wire.WireOutput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// The bytes of what this package says. *No state.*
public final class Messages {
  private static final Envelope INTRODUCTION = new Envelope("an introduction", 1);
  private static final Envelope KEYS = new Envelope("keys", 1);
  private static final Envelope RELEASED = new Envelope("what is released", 1);
  private static final Envelope MANNERS = new Envelope("the manners of a host", 1);

  private Messages() {}

  /// What a worker says of itself.
  public static byte[] of(Introduction introduction) {
    return INTRODUCTION.seal(out -> {
      out.smallNumber(introduction.number());
      out.text(introduction.folder().toString());
      out.text(introduction.mark());
      out.flag(introduction.led());
    });
  }

  /// How it goes with a worker.
  public static byte[] of(WorkerReport report) {
    return ReportCodec.write(report);
  }

  static Introduction introduction(byte[] bytes) {
    return INTRODUCTION.open(
        bytes, in -> new Introduction(in.smallNumber(), Path.of(in.text()), in.text(), in.flag()));
  }

  /// Keys of URLs.
  public static byte[] of(List<String> keys) {
    return KEYS.seal(out -> out.list(keys, WireOutput::text));
  }

  static List<String> keys(byte[] bytes) {
    return KEYS.open(bytes, in -> in.list(WireInput::text));
  }

  static byte[] of(JobBoard.Released released) {
    return RELEASED.seal(out -> {
      out.number(released.pagesLeft());
      out.list(
          released.levels(),
          (o, release) -> {
            write(o, release.level());
            o.optional(release.lastKey(), WireOutput::text);
          });
    });
  }

  static JobBoard.Released released(byte[] bytes) {
    return RELEASED.open(
        bytes,
        in -> {
          long pagesLeft = in.number();
          var levels = in.list(i -> new Release(level(i), i.optional(WireInput::text)));
          return new JobBoard.Released(levels, pagesLeft);
        });
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

  static void write(WireOutput out, Origin origin) {
    out.text(origin.scheme());
    out.text(origin.host());
    out.smallNumber(origin.port());
  }

  static Origin origin(WireInput in) {
    return new Origin(in.text(), in.text(), in.smallNumber());
  }

  static void write(WireOutput out, Level level) {
    out.flag(level.tooFar());
    out.smallNumber(level.depth());
    out.smallNumber(level.hops());
  }

  static Level level(WireInput in) {
    return new Level(in.flag(), in.smallNumber(), in.smallNumber());
  }
}
