package dev.crawler.cli.report;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.core.journal.Gist;
import dev.crawler.core.record.RecordOutcome;
import dev.crawler.core.simhash.NearDuplicates;
import dev.crawler.core.simhash.SimHash;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Notes the hash and the URL of each page that a crawl gets, to tell at its end which are nearly
/// the same. Hashes stay in memory, URLs go to a file. A file that takes no more ends this, and not
/// the crawl. *Thread-safe.*
final class Duplicates implements AutoCloseable {
  private final NearDuplicates hashes = new NearDuplicates();
  private final UrlFile urls;
  private boolean cut;
  private @Nullable IOException failure;

  private Duplicates(UrlFile urls) {
    this.urls = urls;
  }

  /// Knows no page yet.
  static Duplicates begin() {
    try {
      return new Duplicates(UrlFile.create());
    } catch (IOException e) {
      throw CommandException.unwritable("a temporary file for near-duplicates", e);
    }
  }

  void add(String url, Gist gist) {
    var hash = gist.simHash();
    if (gist.outcome() == RecordOutcome.OK && hash != null) {
      add(url, hash);
    }
  }

  private synchronized void add(String url, SimHash hash) {
    if (cut || failure != null) {
      return;
    }
    try {
      urls.append(url);
      cut = !hashes.add(hash);
    } catch (IOException e) {
      failure = e;
    }
  }

  /// The groups of those that were noted. To be called once, when all are.
  synchronized DuplicateTable table() {
    if (failure != null) {
      return DuplicateTable.lost(failure);
    }
    try (var lines = urls.read()) {
      return DuplicateTable.of(hashes, lines, cut);
    } catch (IOException e) {
      return DuplicateTable.lost(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      urls.close();
    } catch (IOException _) {
      // What was in it has been told, or is told by nobody.
    }
  }
}
