package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fuzz.Law;
import java.util.Arrays;

/// Any bytes as a line of an output: a record that can be gone on from, another, or none; and what
/// was read is written again as it was. *No state.*
public final class EarlierFuzz {
  private EarlierFuzz() {}

  /// Called by the fuzzer, for each line that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    read(() -> EarlierPage.of(input, input.length).ifPresent(EarlierFuzz::writtenAgain));
    read(() -> sameAgain(RecordReader.read(input, input.length)));
  }

  private static void read(Runnable reader) {
    try {
      reader.run();
    } catch (IllegalArgumentException e) {
      Law.holds(e.getMessage() != null, "it says why", e);
    }
  }

  private static void sameAgain(PageRecord page) {
    var bytes = line(page);
    var again = line(RecordReader.read(bytes, bytes.length));
    Law.holds(Arrays.equals(bytes, again), "a record is written again as it was", page);
  }

  private static byte[] line(PageRecord page) {
    var line = new RecordLine();
    line.set(page, new RecordJson(RecordFields.all()));
    return line.toString().getBytes(UTF_8);
  }

  private static void writtenAgain(PageRecord page) {
    var bytes = line(page);
    var again = EarlierPage.of(bytes, bytes.length);
    Law.holds(again.isPresent(), "a record is read again", page);
    var version = page.version();
    Law.holds(
        version != null && version.equals(again.orElse(page).version()), "the same version", page);
  }
}
