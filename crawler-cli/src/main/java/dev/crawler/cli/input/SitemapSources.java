package dev.crawler.cli.input;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.fetch.SitemapVerdict;
import dev.crawler.core.handle.SitemapReader;
import dev.crawler.core.plan.Sitemaps;
import dev.crawler.core.url.CrawlUrl;
import dev.crawler.core.url.UrlResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// The sitemaps of a command line. A file is read at once and is a list of the user's like any
/// other; what has a scheme is left to the crawl. *Confined to the main thread.*
public final class SitemapSources {
  /// As much as the protocol allows of one.
  private static final int MOST_BYTES = 50 << 20;

  private final List<CrawlUrl> urls = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private final Consumer<String> warning;

  private SitemapSources(Consumer<String> warning) {
    this.warning = warning;
  }

  /// Takes in URLs and files.
  ///
  /// @throws CommandException when one is neither, or a file is no sitemap
  public static SitemapSources of(List<String> texts, Consumer<String> warning) {
    var sources = new SitemapSources(warning);
    texts.forEach(sources::add);
    return sources;
  }

  private void add(String text) {
    if (!text.contains("://")) {
      addFile(text);
    } else if (CrawlUrl.parse(text) instanceof UrlResult.Valid(var url)) {
      urls.add(url);
    } else {
      throw new CommandException(ExitCode.USAGE, "--sitemap: not a URL to crawl: " + text);
    }
  }

  private void addFile(String name) {
    switch (read(name)) {
      case SitemapVerdict.Listed(var none, var nothing, _, _)
          when none.isEmpty() && nothing.isEmpty() ->
          throw new CommandException(ExitCode.INPUT, "no URLs in " + name);
      case SitemapVerdict.Listed listed -> {
        listed.pages().forEach(page -> pages.add(page.href()));
        urls.addAll(listed.sitemaps());
        if (listed.cut()) {
          warning.accept(name + " is too long or broken; what came first is used");
        }
      }
      case SitemapVerdict.Moved _, SitemapVerdict.Unavailable _ ->
          throw new CommandException(ExitCode.INPUT, "cannot read " + name + ": it is no sitemap");
    }
  }

  private static SitemapVerdict read(String name) {
    try (var file = new BufferedInputStream(Files.newInputStream(Path.of(name)));
        var plain = plain(file)) {
      var bytes = plain.readNBytes(MOST_BYTES);
      return SitemapReader.read(bytes, bytes.length, plain.read() >= 0);
    } catch (IOException e) {
      throw CommandException.unreadable(name, e);
    } catch (InvalidPathException _) {
      throw new CommandException(ExitCode.INPUT, "cannot read " + name + ": not a file name");
    }
  }

  private static InputStream plain(BufferedInputStream file) throws IOException {
    file.mark(2);
    boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    return gzip ? new GZIPInputStream(file) : file;
  }

  /// The arguments of the command line, then the pages that files list.
  public List<String> seeds(List<String> arguments) {
    var all = new ArrayList<>(arguments);
    all.addAll(pages);
    return all;
  }

  /// What is left to the crawl.
  ///
  /// @param discovers whether it looks for sitemaps in robots.txt, too
  public Sitemaps sitemaps(boolean discovers) {
    return new Sitemaps(urls, discovers);
  }

  /// Whether there are seeds to come besides those that are listed already.
  public boolean areRemote() {
    return !urls.isEmpty();
  }
}
