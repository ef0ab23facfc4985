package dev.crawler.processes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/// Gives a codec what it did not write. *No state.*
final class ForeignBytes {
  private ForeignBytes() {}

  /// The bytes less their end, for every end.
  static void refusesWhatIsCutShort(byte[] bytes, Consumer<byte[]> decoder) {
    for (int length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(WireFormatException.class)
          .as("cut to %d of %d", length, bytes.length)
          .isThrownBy(() -> decoder.accept(cut));
    }
  }

  /// The bytes with some of them changed: read or refused, and nothing else.
  static void readsOrRefusesWhatIsNear(byte[] bytes, Consumer<byte[]> decoder) {
    for (long seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      var near = bytes.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        near[random.nextInt(near.length)] = (byte) random.nextInt(256);
      }
      assertThat(catchThrowable(() -> decoder.accept(near)))
          .as("seed %d", seed)
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).isNull(),
              thrown -> assertThat(thrown).isInstanceOf(WireFormatException.class));
    }
  }
}
