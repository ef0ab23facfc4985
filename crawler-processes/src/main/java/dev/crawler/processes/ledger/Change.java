package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.io.InvalidObjectException;

/// What can happen to an entry. Each may happen twice, and the second time changes nothing.
sealed interface Change {
  /// A way was found.
  record Open(Way way) implements Change {}

  /// An input text that is no URL was read.
  record OpenText() implements Change {}

  /// It came to its end.
  record Settle(Settlement settlement) implements Change {}

  /// The session has taken the news in.
  record Acknowledge() implements Change {}

  /// Writes one.
  default void write(ObjectDataOutput out) throws IOException {
    switch (this) {
      case Open(var way) -> {
        out.writeByte('o');
        way.write(out);
      }
      case OpenText() -> out.writeByte('t');
      case Settle(var settlement) -> {
        out.writeByte('s');
        settlement.write(out);
      }
      case Acknowledge() -> out.writeByte('a');
    }
  }

  /// Reads one.
  static Change read(ObjectDataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 'o' -> new Open(Way.read(in));
      case 't' -> new OpenText();
      case 's' -> new Settle(Settlement.read(in));
      case 'a' -> new Acknowledge();
      default -> throw new InvalidObjectException("no kind of change: " + kind);
    };
  }
}
