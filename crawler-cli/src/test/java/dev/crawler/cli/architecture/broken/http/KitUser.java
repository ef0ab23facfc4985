package dev.crawler.cli.architecture.broken.http;

import dev.crawler.cli.architecture.broken.tck.ClientUser;

/// A fetcher that uses the kit.
public final class KitUser {
  ClientUser kit = new ClientUser();
}
