package dev.crawler.processes.part;

import dev.crawler.core.record.RecordReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads a part file from its beginning, also one that is still written to. The last line of a
/// worker that was killed may be torn: it was never settled and does not count. *Confined to one
/// thread.*
public final class PartReader implements Closeable {
  private final Path file;
  private final RecordReader records;

  private PartReader(Path file, RecordReader records) {
    this.file = file;
    this.records = records;
  }

  /// Opens that file.
  public static PartReader open(Path file) throws IOException {
    return new PartReader(file, new RecordReader(Files.newInputStream(file)));
  }

  /// The next record, or null after the last whole line.
  ///
  /// @throws IOException when the file cannot be read, or a whole line is no record
  public @Nullable PartEntry next() throws IOException {
    try {
      var page = records.next();
      return page == null ? null : PartEntry.of(records.position(), page);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
