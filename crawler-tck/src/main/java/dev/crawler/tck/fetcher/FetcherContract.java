package dev.crawler.tck.fetcher;

import dev.crawler.core.fetch.BlockingFetcher;
import dev.crawler.core.fetch.NameResolver;
import dev.crawler.core.plan.HttpSettings;
import org.junit.jupiter.api.Timeout;

/// The whole contract. A client's test extends it and says how a fetcher is made; JUnit does the
/// rest. A test that hangs fails: it has a thread of its own, which may be left behind. *Confined
/// to its test's thread.*
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class FetcherContract
    implements RequestContract,
        AnswerContract,
        VerdictContract,
        BodyLimitContract,
        HeadLimitContract,
        DeadlineContract,
        NameContract,
        AddressContract,
        ConnectContract,
        KeepAliveContract,
        ReplacementContract,
        CertificateContract,
        FarewellContract,
        ProxyContract,
        ProxyFailureContract,
        CloseContract,
        LoadContract,
        WireContract,
        WireLimitContract {
  /// For clients.
  protected FetcherContract() {}

  @Override
  public abstract BlockingFetcher fetcher(HttpSettings settings, NameResolver resolver);
}
