package dev.crawler.cli.architecture.broken.tck;

import dev.crawler.cli.architecture.broken.http.KitUser;

/// A kit that uses the client.
public final class ClientUser {
  KitUser client = new KitUser();
}
