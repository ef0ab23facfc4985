package dev.crawler.processes.ledger;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Numbers in as many groups of seven bits as they need, texts as their length and UTF-8: a million
/// entries are kept. *Thread-safe.*
final class Packed {
  private static final int GROUP = 7;
  private static final int MORE = 0x80;
  private static final int MOST_SHIFT = 63;
  private static final int MOST_BYTES = 1 << 26;

  private Packed() {}

  static void writeNumber(ObjectDataOutput out, long number) throws IOException {
    long rest = number;
    while ((rest & -MORE) != 0) {
      out.writeByte((int) rest & MORE - 1 | MORE);
      rest >>>= GROUP;
    }
    out.writeByte((int) rest);
  }

  static long readNumber(ObjectDataInput in) throws IOException {
    long number = 0;
    for (int shift = 0; shift <= MOST_SHIFT; shift += GROUP) {
      int group = in.readByte();
      number |= (long) (group & MORE - 1) << shift;
      if (group >= 0) {
        return number;
      }
    }
    throw new InvalidObjectException("a number of more than 64 bits");
  }

  static int readCount(ObjectDataInput in) throws IOException {
    long count = readNumber(in);
    if (count < 0 || count > MOST_BYTES) {
      throw new InvalidObjectException("a length of " + count);
    }
    return (int) count;
  }

  static void writeText(ObjectDataOutput out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, bytes.length);
    out.write(bytes);
  }

  static String readText(ObjectDataInput in) throws IOException {
    var bytes = new byte[readCount(in)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void writeUuid(ObjectDataOutput out, UUID uuid) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }

  static UUID readUuid(ObjectDataInput in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
