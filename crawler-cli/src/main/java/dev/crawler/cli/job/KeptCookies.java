package dev.crawler.cli.job;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.report.ReportFile;
import dev.crawler.core.cookie.CookieFile;
import dev.crawler.core.cookie.Cookies;
import dev.crawler.core.engine.MonotonicClock;
import dev.crawler.core.fetch.CookieJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The cookies of `--cookie-jar`: read before the crawl and written after it, however it ended.
/// Without the option there are none. *Confined to the main thread.*
public final class KeptCookies implements AutoCloseable {
  private final Optional<CookieFile> file;
  private final Cookies cookies;

  private KeptCookies(Optional<CookieFile> file, Cookies cookies) {
    this.file = file;
    this.cookies = cookies;
  }

  /// Those of a file, if one was named.
  ///
  /// @throws CommandException when it cannot be read or will not be written
  public static KeptCookies of(Optional<Path> path) {
    path.ifPresent(ReportFile::requireWritable);
    var file = path.map(CookieFile::new);
    try {
      var clock = MonotonicClock.start();
      return new KeptCookies(file, file.isPresent() ? file.get().read(clock) : new Cookies(clock));
    } catch (IOException e) {
      throw CommandException.unreadable(path.orElseThrow().toString(), e);
    }
  }

  /// What the crawl uses.
  public CookieJar jar() {
    return file.isPresent() ? cookies : CookieJar.NONE;
  }

  /// Writes the file.
  @Override
  public void close() {
    if (file.isPresent()) {
      try {
        file.get().write(cookies);
      } catch (IOException e) {
        throw CommandException.unwritable(file.get().path().toString(), e);
      }
    }
  }
}
