package dev.crawler.core.record;

import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.nio.file.Path;
import java.util.Iterator;

/// The order of a list: the rank of each of its keys, as the crawl reads it. Of a key that stands
/// there twice the first line counts; a line that is no URL has a rank too. Costs some 33 bytes a
/// URL. The plan gets the list as [#noting] gives it, [LineSink] the order itself. *Thread-safe.*
public final class InputOrder {
  /// Bytes of lines held back in memory; what is more goes to a file.
  private static final long MOST_IN_MEMORY = 64L << 20;

  private final Ranks ranks = new Ranks();
  private final Path folder;
  private final long mostInMemory;

  /// An order of which nothing is known yet.
  ///
  /// @param folder where a temporary file may be made, when much must be held back
  public InputOrder(Path folder) {
    this(folder, MOST_IN_MEMORY);
  }

  InputOrder(Path folder, long mostInMemory) {
    this.folder = folder;
    this.mostInMemory = mostInMemory;
  }

  /// The same list, whose lines are given ranks as they are read.
  public Iterable<String> noting(Iterable<String> list) {
    return () -> new Noting(list.iterator());
  }

  /// A store for lines that are held back.
  LineStore store() {
    return new LineStore(folder, mostInMemory);
  }

  /// The rank of that record, or -1 when it is not of the list.
  synchronized int rankOf(PageRecord page) {
    return ranks.of(key(page.url()));
  }

  /// What tells records apart: the key of a URL, or the text of a line that is none.
  static String key(String text) {
    return CrawlUrl.parse(text) instanceof UrlResult.Valid(var url) ? url.key() : text;
  }

  private synchronized void note(String line) {
    ranks.add(key(line));
  }

  private final class Noting implements Iterator<String> {
    private final Iterator<String> lines;

    private Noting(Iterator<String> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public String next() {
      var line = lines.next();
      note(line);
      return line;
    }
  }
}
