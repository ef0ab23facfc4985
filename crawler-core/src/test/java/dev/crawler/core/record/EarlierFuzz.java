package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crawler.core.fuzz.Law;

/// Any bytes as a line of an earlier output: a record that can be gone on from, another, or none;
/// and what was read is written again as it was. *No state.*
public final class EarlierFuzz {
  private EarlierFuzz() {}

  /// Called by the fuzzer, for each line that it makes.
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      EarlierPage.of(input, input.length).ifPresent(EarlierFuzz::writtenAgain);
    } catch (IllegalArgumentException e) {
      Law.holds(e.getMessage() != null, "it says why", e);
    }
  }

  private static void writtenAgain(PageRecord page) {
    var line = new RecordLine();
    line.set(page, new RecordJson(RecordFields.all()));
    var bytes = line.toString().getBytes(UTF_8);
    var again = EarlierPage.of(bytes, bytes.length);
    Law.holds(again.isPresent(), "a record is read again", page);
    var version = page.version();
    Law.holds(
        version != null && version.equals(again.orElse(page).version()), "the same version", page);
  }
}
