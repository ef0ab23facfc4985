package dev.crawler.cli.warc;

import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.core.plan.CrawlPlan;
import dev.crawler.core.record.Archive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A WARC 1.1 file: of each answer a `response` record and the `request` record that belongs to it,
/// one behind the other. Records are made by the callers side by side and written whole.
/// *Thread-safe.*
public final class WarcFile implements Archive, AutoCloseable {
  private static final String PLAIN = ".warc";
  private static final String GZIP = ".warc.gz";
  private static final int SPARE_BENCHES = 32;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final RecordFile file;
  private final Supplier<RecordFrame> frames;
  private final BlockingQueue<RecordBench> spare = new ArrayBlockingQueue<>(SPARE_BENCHES);

  private WarcFile(RecordFile file, Supplier<RecordFrame> frames) {
    this.file = file;
    this.frames = frames;
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
    Supplier<RecordFrame> frames = compressed ? GzipFrame::new : PlainFrame::new;
    var warc = new WarcFile(RecordFile.create(path), frames);
    warc.begin(String.valueOf(path.getFileName()), plan);
    return warc;
  }

  private void begin(String name, CrawlPlan plan) throws IOException {
    var block = RecordHeader.crawl(plan);
    var header = RecordHeader.warcinfo(name, block.length);
    try (var frame = frames.get()) {
      file.append(frame.frame(header.bytes(), ByteBuffer.wrap(block), NOTHING));
    }
  }

  /// Takes one answer; blocks while the disk does.
  @Override
  public void write(FetchTask task, FetchResult.Response response, @Nullable String sha256)
      throws IOException {
    var kept = spare.poll();
    var bench = kept == null ? new RecordBench(frames) : kept;
    file.append(bench.records(task, response, sha256));
    if (!spare.offer(bench)) {
      bench.close();
    }
  }

  /// Moves the file into place.
  @Override
  public void close() throws IOException {
    file.close();
    for (var bench = spare.poll(); bench != null; bench = spare.poll()) {
      bench.close();
    }
  }

  /// Leaves nothing behind.
  public void discard() throws IOException {
    file.discard();
  }
}
