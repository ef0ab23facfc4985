package dev.crawler.cli.explain;

import dev.crawler.core.fetch.AddressBook;
import dev.crawler.core.fetch.AddressPolicy;
import java.net.InetAddress;
import java.util.Optional;

/// An address of the host, as the policy sees it. *Immutable.*
///
/// @param text in digits
/// @param objection what kind of address it is when it is not a public one
public record Address(String text, Optional<String> objection) {
  static Address of(InetAddress address) {
    return new Address(AddressBook.textOf(address), AddressPolicy.objection(address));
  }
}
