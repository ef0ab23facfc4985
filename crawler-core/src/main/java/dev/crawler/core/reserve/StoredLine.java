package dev.crawler.core.reserve;

import static java.util.Objects.requireNonNull;

import dev.crawler.core.session.Reserve.Store;
import org.jspecify.annotations.Nullable;

/// A line whose items come in at one end and go out at the other. Of its chunks the first, as far
/// as it is read, and the last, as long as it is filled, are in memory. *Confined to its reserve.*
final class StoredLine<T> implements Store<T> {
  private final DiskReserve reserve;
  private final Form<T> form;
  private final Places chunks = new Places();
  private @Nullable ChunkReader reader;
  private @Nullable ChunkWriter writer;
  private long count;

  StoredLine(DiskReserve reserve, Form<T> form) {
    this.reserve = reserve;
    this.form = form;
  }

  @Override
  public void add(T item) {
    if (count++ == 0) {
      reserve.lineBegun();
    }
    writer = writer == null ? new ChunkWriter() : writer;
    form.write(item, writer);
    if (writer.size() >= reserve.chunkSize()) {
      chunks.add(reserve.space().append(writer.bytes(), writer.size()), writer.size());
      writer = null;
    }
  }

  @Override
  public T remove() {
    if (reader == null || reader.isAtEnd()) {
      reader = nextChunk();
    }
    var item = form.read(reader);
    if (--count == 0) {
      reserve.lineEnded();
    }
    return item;
  }

  private ChunkReader nextChunk() {
    if (!chunks.isEmpty()) {
      int size = chunks.size();
      return new ChunkReader(reserve.space().take(chunks.remove(), size), size);
    }
    var last = requireNonNull(writer, "nothing waits");
    writer = null;
    return new ChunkReader(last.bytes(), last.size());
  }

  @Override
  public boolean isEmpty() {
    return count == 0;
  }
}
