package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import dev.crawler.tck.hostile.Trust;
import java.util.function.Supplier;

/// A fetcher during whose life the JDK trusts the authority of one certificate and no other: a
/// client may read its trust as late as its first handshake. *Thread-safe, but the trust is that of
/// the whole JVM.*
final class TrustingFetcher implements BlockingFetcher {
  private final Trust trust;
  private final BlockingFetcher fetcher;

  private TrustingFetcher(TestCertificate certificate, Supplier<BlockingFetcher> make) {
    trust = Trust.in(certificate.trusted());
    fetcher = make.get();
  }

  static TrustingFetcher of(TestCertificate certificate, Supplier<BlockingFetcher> make) {
    return new TrustingFetcher(certificate, make);
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
