package dev.crawler.tck.site;

/// What a site may be made of besides pages that link to pages.
public enum Feature {
  /// robots.txt files of all kinds; without it every host has none.
  ROBOTS,
  /// Pages that move to other pages.
  REDIRECTS,
  /// Chains of redirects, some longer than a crawler follows and entered in the middle, and loops.
  CHAINS,
  /// Pages that are gone, missing or broken for good.
  ERRORS,
  /// A first answer that is a 503, a reset connection or a cut body, followed by good ones.
  TRANSIENT_FAULTS,
  /// Links that no crawler should follow to their end: too long, too deep, repeating themselves.
  TRAPS,
  /// Several spellings of one URL.
  SPELLINGS,
  /// Links to a host that has no address.
  OUTSIDE
}
