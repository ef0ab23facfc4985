package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.FetchResult;
import dev.crawler.core.fetch.FetchTask;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A fetcher during whose life the JDK trusts the authority of one certificate and no other. It is
/// told as users tell it, so that no client needs a door for tests; a client may read its trust as
/// late as its first handshake. *Thread-safe, but the trust is that of the whole JVM.*
final class TrustingFetcher implements BlockingFetcher {
  private final Map<String, @Nullable String> before = new HashMap<>();
  private final BlockingFetcher fetcher;

  private TrustingFetcher(TestCertificate certificate, Supplier<BlockingFetcher> make) {
    set("javax.net.ssl.trustStore", certificate.trusted().toString());
    set("javax.net.ssl.trustStorePassword", TestCertificate.PASSWORD);
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
    try {
      fetcher.close();
    } finally {
      before.forEach(TrustingFetcher::reset);
    }
  }

  private void set(String property, String value) {
    before.put(property, System.setProperty(property, value));
  }

  private static void reset(String property, @Nullable String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }
}
