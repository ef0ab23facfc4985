package dev.crawler.core.url;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.util.ICUInputTooLongException;
import java.util.EnumSet;
import java.util.Set;

/// WHATWG "domain to ASCII" for a domain that is not all ASCII: UTS 46, non-transitional, neither
/// hyphens nor lengths checked. Only such a domain loads ICU and its tables. *Thread-safe.*
final class DomainToAscii {
  private static final IDNA UTS_46 =
      IDNA.getUTS46Instance(
          IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE);

  /// What CheckHyphens and VerifyDnsLength would report; the standard sets both to false.
  private static final Set<IDNA.Error> TOLERATED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  /// Punycode takes quadratic time, and no name of this length is in the DNS (RFC 1035: 253).
  private static final int LONGEST = 2_048;

  private DomainToAscii() {}

  static HostParser.Result convert(String domain) {
    if (domain.length() > LONGEST) {
      return new HostParser.Rejected("an international host longer than " + LONGEST);
    }
    try {
      var info = new IDNA.Info();
      var ascii = UTS_46.nameToASCII(domain, new StringBuilder(), info);
      return TOLERATED.containsAll(info.getErrors())
          ? new HostParser.Accepted(ascii.toString())
          : new HostParser.Rejected("the host is no international domain name");
    } catch (ICUInputTooLongException e) {
      return new HostParser.Rejected("an international label that is too long");
    }
  }
}
