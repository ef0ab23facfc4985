package dev.crawler.cli.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Texts that may name seeds, one after the other. *Confined to one thread.*
interface SeedReader extends Closeable {
  /// The next one, or null after the last.
  @Nullable String next() throws IOException;
}
