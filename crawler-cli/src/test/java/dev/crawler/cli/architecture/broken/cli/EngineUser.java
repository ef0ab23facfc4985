package dev.crawler.cli.architecture.broken.cli;

import dev.crawler.cli.architecture.broken.first.FirstEngine;

/// A command that names an engine.
final class EngineUser {
  FirstEngine engine = new FirstEngine();
}
