package dev.crawler.core.session;

import crawlercommons.domains.EffectiveTldFinder;
import dev.crawler.core.url.CrawlUrl;

/// What somebody can register, by the public suffix list. *Thread-safe.*
public final class RegistrableDomain {
  private RegistrableDomain() {}

  /// The domain of a URL's host; a host without one, such as an address, stands for itself.
  public static String of(CrawlUrl url) {
    var host = url.host();
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (isAddress(name)) {
      return name;
    }
    var domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
    return domain == null ? name : domain;
  }

  /// A host that ends in a number is an IPv4 address by the URL Standard.
  private static boolean isAddress(String host) {
    var last = host.substring(host.lastIndexOf('.') + 1);
    return host.startsWith("[") || last.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
