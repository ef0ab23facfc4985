package dev.crawler.cli.warc;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A WARC 1.1 file: of each answer a `response` record and the `request` record that belongs to it,
/// one behind the other. Records are made by the callers side by side and written whole.
/// *Thread-safe.*
public final class WarcFile implements Archive, AutoCloseable {
  private static final String PLAIN = ".warc";
  private static final String GZIP = ".warc.gz";

  private final RecordFile file;
  private final BenchPool benches;

  private WarcFile(RecordFile file, BenchPool benches) {
    this.file = file;
    this.benches = benches;
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
    var benches = new BenchPool(compressed ? GzipFrame::new : PlainFrame::new);
    var warc = new WarcFile(RecordFile.create(path), benches);
    warc.append(bench -> bench.first(String.valueOf(path.getFileName()), plan));
    return warc;
  }

  /// Takes one answer; blocks while the disk does.
  @Override
  public void write(FetchTask task, FetchResult.Response response, @Nullable String sha256)
      throws IOException {
    append(bench -> bench.records(task, response, sha256));
  }

  private void append(Function<RecordBench, List<ByteBuffer>> making) throws IOException {
    var bench = benches.borrow();
    var records = making.apply(bench);
    benches.giveBack(bench);
    file.append(records);
  }

  /// Moves the file into place.
  @Override
  public void close() throws IOException {
    try (benches) {
      file.close();
    }
  }

  /// Leaves nothing behind.
  public void discard() throws IOException {
    file.discard();
  }
}
