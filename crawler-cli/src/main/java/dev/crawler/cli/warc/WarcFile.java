package dev.crawler.cli.warc;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A WARC 1.1 file: of each answer a `response` record and the `request` record that belongs to it,
/// one behind the other. Records are made by the callers side by side and written whole.
/// *Thread-safe.*
public final class WarcFile implements Archive, AutoCloseable {
  private static final String PLAIN = ".warc";
  private static final String GZIP = ".warc.gz";

  private final RecordFile file;
  private final AnswerRecords records;

  private WarcFile(RecordFile file, AnswerRecords records) {
    this.file = file;
    this.records = records;
  }

  /// Whether the name says what kind of archive it is.
  public static boolean isName(String name) {
    return name.endsWith(PLAIN) || name.endsWith(GZIP);
  }

  /// Begins the archive of a crawl, compressed if its name ends in `.gz`.
  ///
  /// @throws IOException when the file cannot be written there
  public static WarcFile create(Path path, CrawlPlan plan) throws IOException {
    boolean compressed = path.toString().endsWith(GZIP);
    var records = new AnswerRecords(compressed ? new GzipFrame() : new PlainFrame());
    var file = RecordFile.create(path);
    file.append(records.first(String.valueOf(path.getFileName()), plan));
    return new WarcFile(file, records);
  }

  /// Takes one answer; blocks while the disk does.
  @Override
  public void write(FetchTask task, FetchResult.Response response, @Nullable String sha256)
      throws IOException {
    file.append(records.of(task, response, sha256));
  }

  /// Moves the file into place.
  @Override
  public void close() throws IOException {
    file.close();
  }

  /// Leaves nothing behind.
  public void discard() throws IOException {
    file.discard();
  }
}
