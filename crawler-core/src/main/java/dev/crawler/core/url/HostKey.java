package dev.crawler.core.url;

/// What politeness is owed to: a host name without its trailing dot, and its port unless that is
/// the standard one. `http://ex.com/`, `https://ex.com/` and `http://ex.com./` share one key, so
/// the two schemes of one site are not asked at twice the rate; two servers on two odd ports are
/// two hosts. *Immutable.*
///
/// @param value `name` or `name:port`
public record HostKey(String value) {
  @Override
  public String toString() {
    return value;
  }
}
