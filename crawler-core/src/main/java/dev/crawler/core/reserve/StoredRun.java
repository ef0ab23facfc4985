package dev.crawler.core.reserve;

import dev.crawler.core.fetch.Link;
import dev.crawler.core.session.Reserve.Run;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Links that are read in the order in which they were written. *Confined to its reserve.*
final class StoredRun implements Run {
  private final Space space;
  private final long[] chunks;

  private StoredRun(Space space, long[] chunks) {
    this.space = space;
    this.chunks = chunks;
  }

  /// Writes links into chunks of about that size.
  static StoredRun of(Iterator<Link> links, Space space, int chunkSize) {
    var chunks = new Places();
    var writer = new ChunkWriter();
    while (links.hasNext()) {
      Forms.LINK.write(links.next(), writer);
      if (writer.size() >= chunkSize || !links.hasNext()) {
        chunks.add(space.append(writer.bytes(), writer.size()), writer.size());
        writer = new ChunkWriter();
      }
    }
    return new StoredRun(space, chunks.toArray());
  }

  @Override
  public Iterator<Link> read() {
    return new Reading();
  }

  private final class Reading implements Iterator<Link> {
    private int next;
    private @Nullable ChunkReader reader;

    @Override
    public boolean hasNext() {
      return next < chunks.length || reader != null && !reader.isAtEnd();
    }

    @Override
    public Link next() {
      if (reader == null || reader.isAtEnd()) {
        if (next == chunks.length) {
          throw new NoSuchElementException();
        }
        int size = (int) chunks[next + 1];
        reader = new ChunkReader(space.read(chunks[next], size), size);
        next += 2;
      }
      return Forms.LINK.read(reader);
    }
  }

  @Override
  public void drop() {
    for (int i = 0; i < chunks.length; i += 2) {
      space.free(chunks[i], (int) chunks[i + 1]);
    }
  }
}
