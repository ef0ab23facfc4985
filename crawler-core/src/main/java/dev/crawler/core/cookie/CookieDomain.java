package dev.crawler.core.cookie;

import crawlercommons.domains.EffectiveTldFinder;
import dev.crawler.core.fetch.AddressBook;

/// Which hosts a domain covers (RFC 6265 section 5.1.3).
final class CookieDomain {
  private CookieDomain() {}

  /// Whether a host is the domain, or a name below it. An address has nothing below it.
  static boolean covers(String domain, String host) {
    return host.equals(domain)
        || host.endsWith(domain)
            && host.charAt(host.length() - domain.length() - 1) == '.'
            && !AddressBook.isLiteral(host);
  }

  /// Whether names of strangers lie below it: a cookie for `co.uk` would go to all of them. Where
  /// the list does not know the last label, that label is all there is (its default rule).
  static boolean isPublicSuffix(String domain) {
    if (AddressBook.isLiteral(domain)) {
      return false;
    }
    return domain.indexOf('.') < 0
        || EffectiveTldFinder.getEffectiveTLD(domain, false) != null
            && EffectiveTldFinder.getAssignedDomain(domain, true, false) == null;
  }
}
