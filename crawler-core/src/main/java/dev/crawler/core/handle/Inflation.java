package dev.crawler.core.handle;

import dev.crawler.core.fetch.FailureReason;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates with one inflater and two buffers, which go round: what one call gave out the next may
/// take in, so that stacked codings need no copies. *Confined to its workbench.*
final class Inflation {
  private static final int START = 1 << 16;

  /// Larger buffers are not kept, so that one huge page does not hold memory for ever.
  private static final int KEPT = 1 << 20;

  private final IntConsumer expect;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private byte[] out = new byte[START];
  private byte[] spare = new byte[START];
  private int length;

  /// @param expect hears how long a buffer is about to be, and waits until it may
  Inflation(IntConsumer expect) {
    this.expect = expect;
  }

  private enum End {
    DONE,
    LIMIT,
    INPUT_ENDED,
    INVALID
  }

  /// Undoes gzip, all members of it (RFC 1952). What follows the last member is ignored, as
  /// browsers do.
  DecodedBody gunzip(DecodedBody.Content in, int limit) {
    begin();
    int position = 0;
    do {
      int start = GzipFraming.endOfHeader(in, position);
      int from = length;
      var end =
          switch (start) {
            case GzipFraming.CUT -> End.INPUT_ENDED;
            case GzipFraming.INVALID -> End.INVALID;
            default -> run(in, start, limit);
          };
      if (end == End.DONE) {
        position = in.length() - inflater.getRemaining();
        end = trailer(in, position, from);
        position += GzipFraming.TRAILER;
      }
      if (end != End.DONE) {
        return result(end, in, "gzip");
      }
    } while (GzipFraming.startsAt(in, position));
    return result(End.DONE, in, "gzip");
  }

  private End trailer(DecodedBody.Content in, int position, int from) {
    if (in.length() - position < GzipFraming.TRAILER) {
      return End.INPUT_ENDED;
    }
    crc.reset();
    crc.update(out, from, length - from);
    return GzipFraming.trailerIs(crc.getValue(), length - from, in, position)
        ? End.DONE
        : End.INVALID;
  }

  /// Undoes deflate: the zlib format (RFC 1950) as the standard says, or the bare one (RFC 1951) as
  /// many servers send it.
  DecodedBody inflate(DecodedBody.Content in, int limit) {
    begin();
    var end = hasZlibHeader(in) ? run(in, 2, limit) : End.INVALID;
    if (end == End.INVALID) {
      length = 0;
      end = run(in, 0, limit);
    }
    return result(end, in, "deflate");
  }

  private static boolean hasZlibHeader(DecodedBody.Content in) {
    if (in.length() < 2) {
      return false;
    }
    int method = in.bytes()[0] & 0xFF;
    int flags = in.bytes()[1] & 0xFF;
    return (method & 0x0F) == 8 && (method << 8 | flags) % 31 == 0 && (flags & 0x20) == 0;
  }

  private DecodedBody result(End end, DecodedBody.Content in, String coding) {
    return switch (end) {
      case DONE -> new DecodedBody.Content(out, length, in.truncated());
      case LIMIT -> new DecodedBody.Content(out, length, true);
      case INPUT_ENDED ->
          in.truncated()
              ? new DecodedBody.Content(out, length, true)
              : new DecodedBody.Unreadable(FailureReason.TRUNCATED, coding + " body ends early");
      case INVALID -> new DecodedBody.Unreadable(FailureReason.DECODE, "body is not " + coding);
    };
  }

  private void begin() {
    var former = out;
    out = spare;
    spare = former;
    length = 0;
  }

  /// Appends what the input from that index on inflates to, up to the limit.
  private End run(DecodedBody.Content in, int from, int limit) {
    inflater.reset();
    inflater.setInput(in.bytes(), from, in.length() - from);
    try {
      while (true) {
        if (length == out.length) {
          int longer = (int) Math.min(2L * length, Integer.MAX_VALUE - 8);
          expect.accept(longer);
          out = Arrays.copyOf(out, longer);
        }
        int inflated = inflater.inflate(out, length, out.length - length);
        length += inflated;
        if (length > limit) {
          length = limit;
          return End.LIMIT;
        }
        if (inflater.finished()) {
          return End.DONE;
        }
        if (inflated == 0 && inflater.needsDictionary()) {
          return End.INVALID;
        }
        if (inflated == 0 && inflater.needsInput()) {
          return End.INPUT_ENDED;
        }
      }
    } catch (DataFormatException e) {
      return End.INVALID;
    }
  }

  /// Lets go of what one huge page made large.
  void trim() {
    if (out.length > KEPT) {
      out = new byte[START];
    }
    if (spare.length > KEPT) {
      spare = new byte[START];
    }
  }

  /// Frees what lies outside the heap.
  void close() {
    inflater.end();
  }
}
