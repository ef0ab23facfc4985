package dev.crawler.cli.input;

import dev.crawler.core.fetch.ExclusionReason;
import dev.crawler.core.record.PageRecord;
import dev.crawler.core.record.RecordReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Of an earlier output the URLs of which another try may have more. *Confined to one thread.*
final class FailedRecords implements SeedReader {
  private static final int BUFFER = 64 << 10;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final RecordReader records;

  private FailedRecords(RecordReader records) {
    this.records = records;
  }

  /// Reads these bytes, gzipped or not; closing the reader closes them.
  static FailedRecords of(InputStream bytes) throws IOException {
    var buffered = new BufferedInputStream(bytes, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return new FailedRecords(
        new RecordReader(gzip ? new GZIPInputStream(buffered, BUFFER) : buffered));
  }

  @Override
  public @Nullable String next() throws IOException {
    for (var page = records.next(); page != null; page = records.next()) {
      if (mayBeMended(page)) {
        return page.url();
      }
    }
    return null;
  }

  private static boolean mayBeMended(PageRecord page) {
    return switch (page.outcome()) {
      case FAILED -> true;
      case HTTP_ERROR -> {
        int status = page.status().orElse(0);
        yield status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
      }
      case EXCLUDED ->
          page.reason() == ExclusionReason.ROBOTS_UNAVAILABLE
              || page.reason() == ExclusionReason.CANCELLED;
      case OK, REDIRECT -> false;
    };
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
