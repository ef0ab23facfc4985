package dev.crawler.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/// URLs in a temporary file, written one after the other and read once in that order. Its name is
/// gone as soon as it is open, where the system allows that. Not a channel, which the interrupt of
/// a fetch that is cancelled would close. *Confined to one thread at a time.*
final class UrlFile implements Closeable {
  private final Path path;
  private final RandomAccessFile file;
  private final Writer writer;

  private UrlFile(Path path, RandomAccessFile file) throws IOException {
    this.path = path;
    this.file = file;
    this.writer =
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file.getFD()), UTF_8));
  }

  /// Makes one where the system keeps temporary files, for this user's eyes alone.
  static UrlFile create() throws IOException {
    var path = Files.createTempFile("crawler-", ".urls");
    var urls = new UrlFile(path, new RandomAccessFile(path.toFile(), "rw"));
    path.toFile().delete();
    return urls;
  }

  void append(String url) throws IOException {
    writer.write(url);
    writer.write('\n');
  }

  /// Reads them from the first on; nothing may be appended afterwards.
  BufferedReader read() throws IOException {
    writer.flush();
    file.seek(0);
    return new BufferedReader(new InputStreamReader(new FileInputStream(file.getFD()), UTF_8));
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
