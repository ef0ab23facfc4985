package dev.crawler.processes.wire;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what [WireOutput] wrote. Every method throws [WireFormatException] for anything else; a
/// length is believed only as far as there are bytes. *Confined to one thread.*
public final class WireInput {
  /// Longer than any text or list that a codec writes.
  static final int LONGEST = 1 << 26;

  private static final int STEP = 1 << 13;
  private static final int NANOS = 999_999_999;

  private final DataInput in;

  /// Reads from that input, which stays its opener's.
  public WireInput(DataInput in) {
    this.in = in;
  }

  public boolean flag() {
    return switch (octet()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new WireFormatException("a flag that is neither set nor unset");
    };
  }

  public long number() {
    long zigzag = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = octet();
      zigzag |= (long) (octet & 0x7F) << shift;
      if (octet < 0x80) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    throw new WireFormatException("a number without end");
  }

  /// A number that an int holds.
  public int smallNumber() {
    return within(number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  public String text() {
    int length = length();
    return flag()
        ? new String(octets(length), StandardCharsets.ISO_8859_1)
        : ByteBuffer.wrap(octets(length * Character.BYTES)).asCharBuffer().toString();
  }

  public byte[] bytes() {
    return octets(length());
  }

  public <E extends Enum<E>> E choice(Class<E> type) {
    try {
      return Enum.valueOf(type, text());
    } catch (IllegalArgumentException e) {
      throw new WireFormatException("an unknown " + type.getSimpleName(), e);
    }
  }

  public Duration duration() {
    return Duration.ofSeconds(number(), within(number(), 0, NANOS));
  }

  public Instant instant() {
    long seconds = number();
    if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
      throw new WireFormatException("a time that no clock shows");
    }
    return Instant.ofEpochSecond(seconds, within(number(), 0, NANOS));
  }

  public CrawlUrl url() {
    try {
      return CrawlUrl.of(text());
    } catch (IllegalArgumentException _) { // its message may hold what nobody should see
      throw new WireFormatException("a text that is no URL");
    }
  }

  public Link link() {
    return new Link(url(), smallNumber(), smallNumber(), optional(WireInput::url));
  }

  /// A value or null, with how a value is read.
  public <T> @Nullable T optional(Function<WireInput, T> reader) {
    return flag() ? reader.apply(this) : null;
  }

  /// All elements in their order, with how each is read.
  public <T> List<T> list(Function<WireInput, T> reader) {
    int count = length();
    var elements = new ArrayList<T>(Math.min(count, STEP));
    for (int i = 0; i < count; i++) {
      elements.add(reader.apply(this));
    }
    return elements;
  }

  private int length() {
    return within(number(), 0, LONGEST);
  }

  private static int within(long number, int least, int most) {
    if (number < least || number > most) {
      throw new WireFormatException("a number out of its bounds");
    }
    return (int) number;
  }

  private int octet() {
    try {
      return in.readUnsignedByte();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// In steps: a length that lies costs no more memory than there are bytes.
  private byte[] octets(int length) {
    var octets = new ByteArrayOutputStream(Math.min(length, STEP));
    try {
      var step = new byte[Math.min(length, STEP)];
      for (int rest = length; rest > 0; rest -= STEP) {
        in.readFully(step, 0, Math.min(rest, STEP));
        octets.write(step, 0, Math.min(rest, STEP));
      }
    } catch (IOException e) {
      throw failure(e);
    }
    return octets.toByteArray();
  }

  private static RuntimeException failure(IOException e) {
    return e instanceof EOFException
        ? new WireFormatException("the bytes end too early", e)
        : new UncheckedIOException(e);
  }
}
