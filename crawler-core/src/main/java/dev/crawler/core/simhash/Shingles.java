package dev.crawler.core.simhash;

import org.jspecify.annotations.Nullable;

/// The shingles of a text, which are each three words in a row, summed up in a [SimHash]: a bit of
/// it is that which more of the shingles' own hashes have there. A shingle counts as often as it
/// occurs, and where it stands does not matter.
///
/// Words are letters and digits in a row, whatever their case. Of scripts that put no space between
/// words (Chinese, Japanese, Thai, Lao) each letter is one. Takes the text in pieces, of any
/// length; nothing is allocated for a piece, a word or a shingle. *Confined to one thread.*
public final class Shingles {
  private static final long WORD_START = 0xcbf29ce484222325L; // FNV-1a, of 64 bits
  private static final long WORD_FACTOR = 0x100000001b3L;
  private static final long NEXT_WORD = 0x9e3779b97f4a7c15L; // odd, so that no word is lost
  private static final int ASCII = 0x80;
  private static final byte[] FOLDED = folded();

  /// Counts the ones of each bit, all 64 at once: the n-th long has the n-th digit of each count.
  /// So a shingle costs a few steps in place of 64, as most carries end early.
  private final long[] ones = new long[Integer.SIZE];

  private long shingles;
  private long words;
  private long wordBeforeLast;
  private long lastWord;
  private long word = WORD_START;
  private boolean inWord;
  private boolean ofOneLetter;

  /// Takes the next piece; a word may go on in the one after it.
  public void text(String piece) {
    int i = 0;
    while (i < piece.length()) {
      int c = piece.codePointAt(i);
      i += Character.charCount(c);
      if (c < ASCII) {
        ascii(FOLDED[c]);
      } else {
        other(c);
      }
    }
  }

  /// Ends the word, if there is one.
  public void gap() {
    if (inWord) {
      takeWord(mixed(word));
      word = WORD_START;
      inWord = false;
      ofOneLetter = false;
    }
  }

  /// Ends the text. To be called once.
  ///
  /// @return the hash, or null when there was no word
  public @Nullable SimHash end() {
    gap();
    if (words > 0 && shingles == 0) {
      count(shingle(wordBeforeLast, 0, lastWord)); // of fewer words than a shingle has
    }
    return shingles == 0 ? null : new SimHash(majority());
  }

  private void ascii(int folded) {
    if (folded == 0) {
      gap();
    } else {
      letter(folded);
    }
  }

  private void other(int c) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK -> {
        if (inWord) {
          add(c);
        }
      }
      case Character.FORMAT -> {} // a soft hyphen is no part of a word and does not end it
      default -> {
        if (isWord(c)) {
          gap();
          add(c);
          ofOneLetter = true;
        } else if (Character.isLetterOrDigit(c)) {
          letter(Character.toLowerCase(c));
        } else {
          gap();
        }
      }
    }
  }

  private void letter(int c) {
    if (ofOneLetter) {
      gap();
    }
    add(c);
  }

  private void add(int c) {
    word = (word ^ c) * WORD_FACTOR;
    inWord = true;
  }

  private void takeWord(long hash) {
    words++;
    if (words > 2) {
      count(shingle(wordBeforeLast, lastWord, hash));
    }
    wordBeforeLast = lastWord;
    lastWord = hash;
  }

  private void count(long shingle) {
    shingles++;
    long carry = shingle;
    for (int digit = 0; carry != 0; digit++) {
      long both = ones[digit] & carry;
      ones[digit] ^= carry;
      carry = both;
    }
  }

  private long majority() {
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long count = 0;
      for (int digit = 0; digit < ones.length; digit++) {
        count |= (ones[digit] >>> bit & 1) << digit;
      }
      bits |= 2 * count > shingles ? 1L << bit : 0;
    }
    return bits;
  }

  private static long shingle(long first, long second, long third) {
    return mixed((first * NEXT_WORD + second) * NEXT_WORD + third);
  }

  /// Every bit of the result hangs on every bit of the value (the end of MurmurHash3).
  private static long mixed(long value) {
    long hash = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  private static boolean isWord(int c) {
    return Character.isIdeographic(c)
        || c >= 0x3040 && c <= 0x30FF && Character.isLetter(c) // kana
        || c >= 0x0E00 && c <= 0x0EFF && Character.isLetter(c); // Thai, Lao
  }

  private static byte[] folded() {
    var folded = new byte[ASCII];
    for (int c = 0; c < ASCII; c++) {
      folded[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
    }
    return folded;
  }
}
