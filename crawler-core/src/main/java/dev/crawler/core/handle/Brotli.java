package dev.crawler.core.handle;

import dev.crawler.core.fetch.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntConsumer;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// Undoes brotli (RFC 7932) with Google's decoder. The one class that knows the library, so that it
/// is loaded only where the library is there. *No state.*
final class Brotli {
  private static final int START = 1 << 16;
  private static final int BUFFER = 1 << 12;

  /// How the decoder says that it wants more. It does not always notice: it may take the zeros that
  /// it reads past the end for data and find them wrong.
  private static final Set<String> ENDED =
      Set.of("No more input", "Read after end", "Unexpected end of input");

  private Brotli() {}

  /// The content, at most `limit` bytes of it.
  ///
  /// @param expect hears how long a buffer is about to be, and waits until it may
  static DecodedBody decode(DecodedBody.Content in, int limit, IntConsumer expect) {
    var out = new byte[START];
    int length = 0;
    try (var stream =
        new BrotliInputStream(new ByteArrayInputStream(in.bytes(), 0, in.length()), BUFFER)) {
      while (length <= limit) {
        if (length == out.length) {
          int longer = (int) Math.min(2L * length, Integer.MAX_VALUE - 8);
          expect.accept(longer);
          out = Arrays.copyOf(out, longer);
        }
        int read = stream.read(out, length, out.length - length);
        if (read <= 0) {
          return new DecodedBody.Content(out, length, in.truncated());
        }
        length += read;
      }
      return new DecodedBody.Content(out, limit, true);
    } catch (IOException | RuntimeException e) {
      return broken(in, out, length, e);
    }
  }

  private static DecodedBody broken(DecodedBody.Content in, byte[] out, int length, Exception e) {
    if (in.truncated()) {
      return new DecodedBody.Content(out, length, true);
    }
    return ENDED.contains(String.valueOf(message(e)))
        ? new DecodedBody.Unreadable(FailureReason.TRUNCATED, "br body ends early")
        : new DecodedBody.Unreadable(FailureReason.DECODE, "body is not br");
  }

  private static @Nullable String message(Exception e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
