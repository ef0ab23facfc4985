package dev.crawler.cli.architecture.broken.first;

import dev.crawler.cli.architecture.broken.second.SecondEngine;
import dev.crawler.cli.architecture.broken.tck.ClientUser;

/// An engine that uses another one and the kit.
public final class FirstEngine {
  SecondEngine other = new SecondEngine();
  ClientUser kit = new ClientUser();
}
