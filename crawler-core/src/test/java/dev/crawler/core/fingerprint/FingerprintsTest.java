package dev.crawler.core.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  @Tag("spec:F1")
  @Test
  void knowsWhatASetOfTextsKnows() {
    var random = new SplittableRandom(7);
    var known = Fingerprints.plain();
    var model = new HashSet<String>();

    for (int i = 0; i < 100_000; i++) {
      var text = "http://host/" + random.nextInt(60_000);

      assertThat(known.contains(text)).isEqualTo(model.contains(text));
      assertThat(known.add(text)).isEqualTo(model.add(text));
    }
    assertThat(known.size()).isEqualTo(model.size());
  }

  @Test
  void keepsNumbersWithTexts() {
    var random = new SplittableRandom(8);
    var known = Fingerprints.with(2);
    var model = new HashMap<String, Integer>();

    for (int i = 0; i < 50_000; i++) {
      var text = "http://host/" + random.nextInt(20_000);
      known.number(text, 1, i);
      model.put(text, i);
    }

    assertThat(model)
        .allSatisfy((text, number) -> {
          assertThat(known.number(text, 1)).isEqualTo(number);
          assertThat(known.number(text, 0)).isZero();
        });
    assertThat(known.number("http://other/", 1)).isZero();
  }
}
