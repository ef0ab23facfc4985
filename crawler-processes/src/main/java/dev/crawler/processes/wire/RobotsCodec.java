package dev.crawler.processes.wire;

import dev.crawler.core.fetch.RobotsRules;
import dev.crawler.core.fetch.RobotsVerdict;
import dev.crawler.core.handle.RobotsLines;
import java.util.Optional;

/// What a robots.txt came to, as bytes: who takes a host over need not ask for it again. *No
/// state.*
public final class RobotsCodec {
  private static final Envelope ENVELOPE = new Envelope("robots verdict", 1);

  private RobotsCodec() {}

  /// The bytes of a verdict.
  public static byte[] encode(RobotsVerdict verdict) {
    return ENVELOPE.seal(out -> write(out, verdict));
  }

  /// The verdict of those bytes; its rules judge every URL as the first ones did.
  ///
  /// @throws WireFormatException when they are none
  public static RobotsVerdict decode(byte[] bytes) {
    return ENVELOPE.open(bytes, RobotsCodec::read);
  }

  /// Writes a verdict as a part of something else.
  public static void write(WireOutput out, RobotsVerdict verdict) {
    out.choice(Kind.of(verdict));
    switch (verdict) {
      case RobotsVerdict.Found(var rules, var sitemaps) -> {
        out.list(rules.lines(), WireOutput::text);
        out.optional(rules.crawlDelay().orElse(null), WireOutput::duration);
        out.list(sitemaps, WireOutput::text);
      }
      case RobotsVerdict.Moved(var target) -> out.url(target);
      case RobotsVerdict.Unavailable _, RobotsVerdict.Unresolved _, RobotsVerdict.Forbidden _ -> {}
    }
  }

  /// Reads what [#write] wrote.
  public static RobotsVerdict read(WireInput in) {
    return switch (in.choice(Kind.class)) {
      case FOUND -> new RobotsVerdict.Found(rules(in), in.list(WireInput::text));
      case MOVED -> new RobotsVerdict.Moved(in.url());
      case UNAVAILABLE -> new RobotsVerdict.Unavailable();
      case UNRESOLVED -> new RobotsVerdict.Unresolved();
      case FORBIDDEN -> new RobotsVerdict.Forbidden();
    };
  }

  private static RobotsRules rules(WireInput in) {
    var lines = in.list(WireInput::text);
    return RobotsLines.read(lines, Optional.ofNullable(in.optional(WireInput::duration)));
  }

  private enum Kind {
    FOUND,
    MOVED,
    UNAVAILABLE,
    UNRESOLVED,
    FORBIDDEN;

    static Kind of(RobotsVerdict verdict) {
      return switch (verdict) {
        case RobotsVerdict.Found _ -> FOUND;
        case RobotsVerdict.Moved _ -> MOVED;
        case RobotsVerdict.Unavailable _ -> UNAVAILABLE;
        case RobotsVerdict.Unresolved _ -> UNRESOLVED;
        case RobotsVerdict.Forbidden _ -> FORBIDDEN;
      };
    }
  }
}
