package dev.crawler.core.simhash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("spec:C6")
class ShinglesTest {
  private static SimHash hash(String... pieces) {
    var shingles = new Shingles();
    for (var piece : pieces) {
      shingles.text(piece);
    }
    return requireNonNull(shingles.end());
  }

  private static List<String> words(Random random, int count) {
    return random.ints(count, 0, 100_000).mapToObj(i -> "w" + i).toList();
  }

  private static int differenceOfOneWord(Random random, int length) {
    var words = new ArrayList<>(words(random, length));
    var before = hash(String.join(" ", words));
    words.set(random.nextInt(length), "changed");
    return before.distance(hash(String.join(" ", words)));
  }

  @Test
  void theSameTextHasTheSameHashHoweverItIsCut() {
    var text = "Der schnelle braune Fuchs \u00FCberspringt, wie man weiss, den faulen Hund.";

    var whole = hash(text);

    for (int cut = 0; cut <= text.length(); cut++) {
      assertThat(hash(text.substring(0, cut), text.substring(cut))).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "One two three four, 'one  TWO\nthree, four!'",
    "'\u00C4pfel und B\u00E4ume hier', '\u00E4pfel UND b\u00C4ume hier'",
    "'super\u00ADcali fragi listic', 'supercali fragi listic'",
    "'\u4E2D\u6587\u7F51\u9875', '\u4E2D \u6587 \u7F51 \u9875'",
  })
  void caseSpaceAndPunctuationDoNotMatter(String one, String other) {
    assertThat(hash(one)).isEqualTo(hash(other));
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, three two one",
    "one two three, onetwo three",
    "one, two",
    "one two, two one",
    "'\u4E2Da', '\u4E2D\u6587'",
    "'e\u0301a b c', 'ea b c'",
  })
  void wordsAndTheirOrderWithinAShingleMatter(String one, String other) {
    assertThat(hash(one).distance(hash(other))).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "?! ...", "\u0301\u00AD"})
  void aTextWithoutWordsHasNone(String text) {
    var shingles = new Shingles();

    shingles.text(text);

    assertThat(shingles.end()).isNull();
  }

  @Test
  void whereAShingleStandsDoesNotMatter() {
    var random = new Random(1);
    var passages = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      passages.add(String.join(" ", words(random, 40)));
    }
    var before = hash(String.join(" ", passages));

    Collections.shuffle(passages, random);

    assertThat(before.distance(hash(String.join(" ", passages)))).isLessThanOrEqualTo(12);
  }

  @Test
  void aSmallChangeChangesFewBits() {
    var random = new Random(2);

    double mean = random.ints(200).map(_ -> differenceOfOneWord(random, 1_000)).average().orElse(9);

    assertThat(mean).isLessThan(3);
  }

  @Test
  void unrelatedTextsDifferInHalfOfTheBits() {
    var random = new Random(3);
    int[] bits = new int[Long.SIZE];
    int rounds = 2_000;
    long all = 0;

    for (int round = 0; round < rounds; round++) {
      var one = hash(String.join(" ", words(random, 100)));
      var other = hash(String.join(" ", words(random, 100)));
      all += one.distance(other);
      for (int bit = 0; bit < bits.length; bit++) {
        bits[bit] += (int) (one.bits() >>> bit & 1);
      }
    }

    assertThat((double) all / rounds).isBetween(31.5, 32.5);
    for (int ones : bits) {
      assertThat((double) ones / rounds).isBetween(0.4, 0.6);
    }
  }

  /// What the sums of ones per bit are without any trick.
  @Test
  void theCountsAreThoseOfOneCounterForEachBit() {
    var random = new Random(4);
    for (int length = 3; length < 300; length++) {
      var words = words(random, length);
      var alone = new ArrayList<SimHash>();
      for (int i = 0; i + 2 < words.size(); i++) {
        alone.add(hash(String.join(" ", words.subList(i, i + 3))));
      }

      assertThat(hash(String.join(" ", words))).isEqualTo(majority(alone));
    }
  }

  private static SimHash majority(List<SimHash> hashes) {
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int at = bit;
      long ones = hashes.stream().filter(hash -> (hash.bits() >>> at & 1) == 1).count();
      bits |= 2 * ones > hashes.size() ? 1L << bit : 0;
    }
    return new SimHash(bits);
  }

  @Test
  void aHashIsWrittenAndReadAsSixteenDigits() {
    var hash = new SimHash(0x00ab_cdefL);

    assertThat(hash).hasToString("0000000000abcdef");
    assertThat(SimHash.parse("0000000000abcdef")).isEqualTo(hash);
    assertThatIllegalArgumentException().isThrownBy(() -> SimHash.parse("abcdef"));
    assertThatIllegalArgumentException().isThrownBy(() -> SimHash.parse("000000000000000g"));
  }
}
