package dev.crawler.core.record;

import dev.crawler.core.fetch.Validators;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// An output file of an earlier crawl. It is read through once, and a small index of it kept; the
/// record of a page is read again when the page has not changed. What cannot be read at a place,
/// such as a gzipped file or a pipe, is copied to a temporary file first, as far as it counts.
/// *Thread-safe.*
public final class EarlierOutput implements EarlierCrawl, Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final EarlierIndex index;

  private EarlierOutput(FileChannel file, EarlierIndex index) {
    this.file = file;
    this.index = index;
  }

  /// Reads that file through.
  ///
  /// @throws IOException when it cannot be read, or a line of it is no record, with its number
  public static EarlierOutput open(Path path) throws IOException {
    try (var bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      return isGzip(bytes)
          ? copied(new GZIPInputStream(bytes, BUFFER))
          : Files.isRegularFile(path) ? inPlace(bytes, path) : copied(bytes);
    }
  }

  private static EarlierOutput inPlace(InputStream bytes, Path path) throws IOException {
    var file = FileChannel.open(path, StandardOpenOption.READ);
    return read(bytes, file, (_, _, offset) -> offset);
  }

  private static EarlierOutput copied(InputStream bytes) throws IOException {
    var file =
        FileChannel.open(
            Files.createTempFile("crawler-since-", ".jsonl"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    return read(bytes, file, (line, length, _) -> appended(file, line, length));
  }

  /// Where a line can be found again.
  @FunctionalInterface
  private interface Keeping {
    long offset(byte[] line, int length, long offset) throws IOException;
  }

  private static long appended(FileChannel file, byte[] line, int length) throws IOException {
    long offset = file.position();
    var rest = ByteBuffer.wrap(line, 0, length);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
    return offset;
  }

  private static EarlierOutput read(InputStream bytes, FileChannel file, Keeping keeping)
      throws IOException {
    var index = new EarlierIndex();
    var lines = new ByteLines(bytes);
    try {
      while (lines.next()) {
        note(lines, keeping, index);
      }
      return new EarlierOutput(file, index);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void note(ByteLines lines, Keeping keeping, EarlierIndex index)
      throws IOException {
    if (lines.isBlank()) {
      return;
    }
    try {
      var page = EarlierPage.of(lines.bytes(), lines.length());
      if (page.isPresent()
          && CrawlUrl.parse(page.get().url()) instanceof UrlResult.Valid(var url)) {
        long offset = keeping.offset(lines.bytes(), lines.length(), lines.offset());
        var validators = validators(page.get());
        index.put(url.key(), new EarlierIndex.Entry(validators, offset, lines.length()));
      }
    } catch (IllegalArgumentException e) {
      if (!lines.isUnfinished()) {
        throw new IOException("line " + lines.number() + ": " + e.getMessage(), e);
      }
    }
  }

  private static Validators validators(PageRecord page) {
    return page.version() == null ? Validators.NONE : page.version().validators();
  }

  /// Number of pages of which it can be asked whether they have changed.
  public int size() {
    return index.size();
  }

  @Override
  public Validators validators(CrawlUrl url) {
    var entry = index.find(url.key());
    return entry == null ? Validators.NONE : entry.validators();
  }

  /// Empty also when the file has changed meanwhile.
  @Override
  public Optional<PageRecord> page(CrawlUrl url) {
    var entry = index.find(url.key());
    if (entry == null) {
      return Optional.empty();
    }
    try {
      var line = ByteBuffer.allocate(entry.length());
      while (line.hasRemaining()) {
        if (file.read(line, entry.offset() + line.position()) < 0) {
          throw new EOFException();
        }
      }
      return EarlierPage.of(line.array(), line.capacity()).filter(page -> isOf(url, page, entry));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isOf(CrawlUrl url, PageRecord page, EarlierIndex.Entry entry) {
    return CrawlUrl.parse(page.url()) instanceof UrlResult.Valid(var found)
        && found.key().equals(url.key())
        && validators(page).equals(entry.validators());
  }

  private static boolean isGzip(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return gzip;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
