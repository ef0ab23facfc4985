package dev.crawler.processes.wire;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.url.CrawlUrl;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes values in the form that [WireInput] reads, each method beside one of the same name there.
/// *Confined to one thread.*
public final class WireOutput {
  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final DataOutput out;

  /// Writes to that output, which stays its opener's.
  public WireOutput(DataOutput out) {
    this.out = out;
  }

  public void flag(boolean flag) {
    octet(flag ? 1 : 0);
  }

  /// Seven bits an octet, the sign last, so that small numbers are short.
  public void number(long number) {
    long rest = number << 1 ^ number >> Long.SIZE - 1;
    while ((rest & ~SEVEN_BITS) != 0) {
      octet((int) rest & SEVEN_BITS | MORE);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  public void smallNumber(int number) {
    number(number);
  }

  /// Every character as it is, half surrogate pairs too; one octet each where that is enough.
  public void text(String text) {
    boolean narrow = text.chars().allMatch(c -> c < 0x100);
    number(text.length());
    flag(narrow);
    if (narrow) {
      octets(text.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      var wide = ByteBuffer.allocate(text.length() * Character.BYTES);
      wide.asCharBuffer().put(text);
      octets(wide.array());
    }
  }

  public void bytes(byte[] bytes) {
    number(bytes.length);
    octets(bytes);
  }

  public void choice(Enum<?> choice) {
    text(choice.name());
  }

  public void duration(Duration duration) {
    number(duration.getSeconds());
    number(duration.getNano());
  }

  public void instant(Instant instant) {
    number(instant.getEpochSecond());
    number(instant.getNano());
  }

  /// The whole URL, user information and fragment too.
  public void url(CrawlUrl url) {
    text(url.href());
  }

  public void link(Link link) {
    url(link.url());
    smallNumber(link.depth());
    smallNumber(link.hops());
    optional(link.referrer(), WireOutput::url);
  }

  /// A value or null, with how a value is written.
  public <T> void optional(@Nullable T value, BiConsumer<WireOutput, T> writer) {
    flag(value != null);
    if (value != null) {
      writer.accept(this, value);
    }
  }

  /// All elements in their order, with how each is written.
  public <T> void list(Collection<T> elements, BiConsumer<WireOutput, T> writer) {
    number(elements.size());
    elements.forEach(element -> writer.accept(this, element));
  }

  private void octet(int octet) {
    try {
      out.writeByte(octet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void octets(byte[] octets) {
    try {
      out.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
