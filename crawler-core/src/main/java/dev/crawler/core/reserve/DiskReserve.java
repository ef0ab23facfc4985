package dev.crawler.core.reserve;

import dev.crawler.core.fetch.Exclusion;
import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve;
import java.nio.file.Path;
import java.util.Iterator;

/// A reserve in a folder. *Confined to the session that it is given to, but for [#close()], which
/// comes when that has ended.*
public final class DiskReserve implements Reserve, AutoCloseable {
  /// Links in memory: some 20 MB, and enough that most crawls never touch the disk.
  public static final long ROOM = 100_000;

  private static final int SMALLEST_CHUNK = 256;
  private static final int LARGEST_CHUNK = 8 * 1024;

  private final Space space;
  private final long room;
  private final long budget;
  private int lines;

  private DiskReserve(Space space, long room, long budget) {
    this.space = space;
    this.room = room;
    this.budget = budget;
  }

  /// A reserve with files in that folder, which are made when they are needed.
  public static DiskReserve in(Path folder) {
    return in(folder, ROOM);
  }

  /// The same, for a session that keeps so many links in memory.
  public static DiskReserve in(Path folder, long room) {
    return new DiskReserve(new Space(folder), room, Runtime.getRuntime().maxMemory() / 16);
  }

  @Override
  public long room() {
    return room;
  }

  @Override
  public Store<Link> links() {
    return new StoredLine<>(this, Forms.LINK);
  }

  @Override
  public Store<Exclusion> exclusions() {
    return new StoredLine<>(this, Forms.EXCLUSION);
  }

  @Override
  public Run keep(Iterator<Link> links) {
    return StoredRun.of(links, space, LARGEST_CHUNK);
  }

  Space space() {
    return space;
  }

  void lineBegun() {
    lines++;
  }

  void lineEnded() {
    lines--;
  }

  /// How large a chunk is to be. Each line has two in memory, one that is read and one that is
  /// filled: with many lines they have to be small.
  int chunkSize() {
    return Math.clamp(budget / (2L * Math.max(1, lines)), SMALLEST_CHUNK, LARGEST_CHUNK);
  }

  /// Bytes on disk now.
  public long size() {
    return space.size();
  }

  /// Gives the disk back. Idempotent.
  @Override
  public void close() {
    space.close();
  }
}
