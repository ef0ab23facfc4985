package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.tck.tls.Trust;
import java.util.function.Supplier;

/// A fetcher during whose life the JDK trusts the authority of test servers and no other: a client
/// may read its trust as late as its first handshake. *Thread-safe, but the trust is that of the
/// whole JVM.*
final class TrustingFetcher implements BlockingFetcher {
  private final Trust trust;
  private final BlockingFetcher fetcher;

  private TrustingFetcher(Supplier<BlockingFetcher> make) {
    trust = Trust.inTestServers();
    fetcher = make.get();
  }

  static TrustingFetcher of(Supplier<BlockingFetcher> make) {
    return new TrustingFetcher(make);
  }

  @Override
  public FetchResult fetch(FetchTask task) {
    return fetcher.fetch(task);
  }

  @Override
  public void close() {
    try (trust) {
      fetcher.close();
    }
  }
}
