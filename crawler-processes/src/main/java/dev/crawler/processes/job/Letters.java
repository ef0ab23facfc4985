package dev.crawler.processes.job;

import dev.crawler.core.session.Dispatch;
import dev.crawler.processes.wire.Envelope;
import dev.crawler.processes.wire.RobotsCodec;

/// The bytes of what one shard has for another. *No state.*
public final class Letters {
  private static final Envelope LETTER = new Envelope("a letter between shards", 1);

  private enum Kind {
    FOUND,
    ROBOTS_WANTED,
    ROBOTS_RULED
  }

  private Letters() {}

  /// The bytes.
  public static byte[] write(Dispatch dispatch) {
    return LETTER.seal(out -> {
      switch (dispatch) {
        case Dispatch.Found(var link) -> {
          out.choice(Kind.FOUND);
          out.link(link);
        }
        case Dispatch.RobotsWanted(var moved) -> {
          out.choice(Kind.ROBOTS_WANTED);
          out.link(moved);
        }
        case Dispatch.RobotsRuled(var asked, var verdict) -> {
          out.choice(Kind.ROBOTS_RULED);
          out.url(asked);
          RobotsCodec.write(out, verdict);
        }
      }
    });
  }

  /// What they say.
  public static Dispatch read(byte[] bytes) {
    return LETTER.open(
        bytes,
        in ->
            switch (in.choice(Kind.class)) {
              case FOUND -> new Dispatch.Found(in.link());
              case ROBOTS_WANTED -> new Dispatch.RobotsWanted(in.link());
              case ROBOTS_RULED -> new Dispatch.RobotsRuled(in.url(), RobotsCodec.read(in));
            });
  }
}
