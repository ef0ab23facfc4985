package dev.crawler.core.url;

import org.jspecify.annotations.Nullable;

/// What politeness is owed to: a host name without its trailing dot, and its port unless that is
/// the standard one. `http://ex.com/`, `https://ex.com/` and `http://ex.com./` share one key, so
/// the two schemes of one site are not asked at twice the rate; two servers on two odd ports are
/// two hosts. *Immutable.*
///
/// @param value `name` or `name:port`
public record HostKey(String value) {
  // Written out, as that of Origin: what the compiler leaves to the JVM is put together at its
  // first use, in each process anew, and a crawl of one page would wait for it.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HostKey key && value.equals(key.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
