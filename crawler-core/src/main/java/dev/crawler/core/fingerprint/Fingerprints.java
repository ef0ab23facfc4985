package dev.crawler.core.fingerprint;

import org.jspecify.annotations.Nullable;

/// Texts that are known, by 105 bits of a keyed hash in place of the text: some 18 bytes each,
/// where a set of strings takes 120 and more. That any two of ten million texts are taken for one
/// has the probability 10^-18, whoever chose them. Each may have a few numbers with it. The table
/// consists of a thousand parts that grow one by one, so that growing takes no memory worth
/// mentioning. *Confined to its owner.*
public final class Fingerprints {
  private static final int PART_BITS = 10;
  private static final int WORDS = 3;
  private static final int SMALLEST = 4;

  /// Open addressing: a place begins with a word that is odd when it is taken.
  private static final class Part {
    private int[] slots;
    private int capacity;
    private int count;

    private Part(int width) {
      capacity = SMALLEST;
      slots = new int[SMALLEST * width];
    }

    /// The place of a fingerprint, or the free one where it belongs.
    private int find(int a, int b, int c, int width) {
      int at = (int) ((b & 0xffff_ffffL) * capacity >>> Integer.SIZE) * width;
      while (slots[at] != 0 && (slots[at] != a || slots[at + 1] != b || slots[at + 2] != c)) {
        at += width;
        at = at == slots.length ? 0 : at;
      }
      return at;
    }

    private boolean isFull() {
      return count + 1 > capacity - capacity / 4;
    }

    /// By a quarter: the less is empty, and what is copied is little each time.
    private void grow(int width) {
      var old = slots;
      capacity += Math.max(SMALLEST, capacity / 4);
      slots = new int[capacity * width];
      for (int from = 0; from < old.length; from += width) {
        if (old[from] != 0) {
          int to = find(old[from], old[from + 1], old[from + 2], width);
          System.arraycopy(old, from, slots, to, width);
        }
      }
    }
  }

  private final SipHash hash = SipHash.ofThisProcess();
  private final @Nullable Part[] parts = new @Nullable Part[1 << PART_BITS];
  private final int width;
  private long size;

  private Fingerprints(int width) {
    this.width = width;
  }

  /// Texts alone.
  public static Fingerprints plain() {
    return new Fingerprints(WORDS);
  }

  /// Texts with so many numbers each.
  public static Fingerprints with(int numbers) {
    return new Fingerprints(WORDS + numbers);
  }

  public boolean contains(String text) {
    hash.hash(text);
    var part = parts[partIndex()];
    return part != null && part.slots[place(part)] != 0;
  }

  /// Adds a text; false when it is known.
  public boolean add(String text) {
    hash.hash(text);
    var part = part();
    int at = place(part);
    if (part.slots[at] != 0) {
      return false;
    }
    claim(part, at);
    return true;
  }

  /// One of the numbers with a text; 0 when it is not known.
  public int number(String text, int index) {
    if (size == 0) {
      return 0;
    }
    hash.hash(text);
    var part = parts[partIndex()];
    return part == null ? 0 : part.slots[place(part) + WORDS + index];
  }

  /// Sets one of the numbers with a text, which is known from then on.
  public void number(String text, int index, int value) {
    hash.hash(text);
    var part = part();
    int at = place(part);
    if (part.slots[at] == 0) {
      at = claim(part, at);
    }
    part.slots[at + WORDS + index] = value;
  }

  public long size() {
    return size;
  }

  private Part part() {
    int index = partIndex();
    var part = parts[index];
    if (part == null) {
      part = new Part(width);
      parts[index] = part;
    }
    return part;
  }

  private int claim(Part part, int free) {
    int at = free;
    if (part.isFull()) {
      part.grow(width);
      at = place(part);
    }
    part.slots[at] = mark();
    part.slots[at + 1] = (int) (hash.first() >>> Integer.SIZE);
    part.slots[at + 2] = (int) hash.second();
    part.count++;
    size++;
    return at;
  }

  private int place(Part part) {
    return part.find(mark(), (int) (hash.first() >>> Integer.SIZE), (int) hash.second(), width);
  }

  private int mark() {
    return (int) hash.first() | 1;
  }

  private int partIndex() {
    return (int) (hash.second() >>> Long.SIZE - PART_BITS);
  }
}
