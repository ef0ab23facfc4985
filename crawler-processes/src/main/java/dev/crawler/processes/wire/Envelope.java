package dev.crawler.processes.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.time.DateTimeException;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is around every message: the version of its format before it, and nothing after it.
/// *Immutable.*
///
/// @param what it is, for a person
/// @param version of the format, from 1
public record Envelope(String what, int version) {
  /// The bytes of a message.
  public byte[] seal(Consumer<WireOutput> writer) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(version);
    writer.accept(new WireOutput(new DataOutputStream(bytes)));
    return bytes.toByteArray();
  }

  /// The message of those bytes.
  ///
  /// @throws WireFormatException when they are something else, or what they say cannot be
  public <T> T open(byte[] bytes, Function<WireInput, T> reader) {
    if (bytes.length == 0 || bytes[0] != version) {
      throw new WireFormatException(
          what
              + (bytes.length == 0 ? ": no bytes" : ": format " + (bytes[0] & 0xFF))
              + ", and not "
              + version);
    }
    var rest = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
    T message = read(new WireInput(new DataInputStream(rest)), reader);
    if (rest.available() > 0) {
      throw new WireFormatException(what + ": " + rest.available() + " bytes too many");
    }
    return message;
  }

  /// What the types of the vocabulary refuse does not say why: their messages may hold secrets.
  private <T> T read(WireInput in, Function<WireInput, T> reader) {
    try {
      return reader.apply(in);
    } catch (WireFormatException e) {
      throw new WireFormatException(what + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
      throw new WireFormatException(what + ": a value that cannot be");
    }
  }
}
