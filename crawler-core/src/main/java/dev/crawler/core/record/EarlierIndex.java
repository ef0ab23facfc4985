package dev.crawler.core.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.crawler.core.fetch.Validators;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the record of each key lies in a file, and its validators: about 100 bytes a key, so that
/// a million pages fit a small heap. A key is known by 64 bits of its hash; whoever reads the
/// record looks whether it is the right one. *Confined to one thread while it is filled, then
/// immutable.*
final class EarlierIndex {
  /// A record: validators, and where its line is.
  ///
  /// @param offset of its first byte
  /// @param length in bytes, without the line end
  record Entry(Validators validators, long offset, int length) {}

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MOST_CHUNKS = 1 << 31 - CHUNK_BITS;
  private static final int HEADER = Long.BYTES + Integer.BYTES + 2 * Short.BYTES;

  /// Hash and place of an entry; a place of 0 is free, so entries begin at 1.
  private long[] hashes = new long[1 << 10];

  private int[] places = new int[1 << 10];
  private final List<ByteBuffer> chunks = new ArrayList<>();
  private int size;

  EarlierIndex() {
    chunks.add(ByteBuffer.allocate(CHUNK).position(1));
  }

  /// Notes the record of a key; of two the later counts.
  void put(String key, Entry entry) {
    if (2 * size >= places.length) {
      grow();
    }
    long hash = hash(key);
    int slot = slot(hash);
    size += places[slot] == 0 ? 1 : 0;
    hashes[slot] = hash;
    places[slot] = append(entry);
  }

  /// The record of a key, or null.
  @Nullable Entry find(String key) {
    int place = places[slot(hash(key))];
    return place == 0 ? null : read(place);
  }

  /// Number of keys.
  int size() {
    return size;
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 32) & places.length - 1;
    while (places[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & places.length - 1;
    }
    return slot;
  }

  private void grow() {
    var formerHashes = hashes;
    var formerPlaces = places;
    hashes = new long[2 * formerHashes.length];
    places = new int[2 * formerPlaces.length];
    for (int i = 0; i < formerPlaces.length; i++) {
      if (formerPlaces[i] != 0) {
        int slot = slot(formerHashes[i]);
        hashes[slot] = formerHashes[i];
        places[slot] = formerPlaces[i];
      }
    }
  }

  private int append(Entry entry) {
    var etag = bytes(entry.validators().etag());
    var lastModified = bytes(entry.validators().lastModified());
    var chunk = chunks.getLast();
    if (chunk.remaining() < HEADER + etag.length + lastModified.length) {
      if (chunks.size() == MOST_CHUNKS) {
        throw new IllegalArgumentException("more records than can be held");
      }
      chunk = ByteBuffer.allocate(CHUNK);
      chunks.add(chunk);
    }
    int place = chunks.size() - 1 << CHUNK_BITS | chunk.position();
    chunk.putLong(entry.offset()).putInt(entry.length());
    chunk.putShort((short) etag.length).put(etag);
    chunk.putShort((short) lastModified.length).put(lastModified);
    return place;
  }

  private Entry read(int place) {
    var chunk = chunks.get(place >>> CHUNK_BITS).duplicate().clear().position(place & CHUNK - 1);
    long offset = chunk.getLong();
    int length = chunk.getInt();
    return new Entry(new Validators(text(chunk), text(chunk)), offset, length);
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(ISO_8859_1);
  }

  private static @Nullable String text(ByteBuffer chunk) {
    var bytes = new byte[chunk.getShort()];
    chunk.get(bytes);
    return bytes.length == 0 ? null : new String(bytes, ISO_8859_1);
  }

  /// FNV-1a with a finish that spreads it over the upper half, too.
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
