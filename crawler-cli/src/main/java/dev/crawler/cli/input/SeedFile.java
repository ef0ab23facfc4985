package dev.crawler.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/// The seeds of a command line in a file, one a line, so that several crawls can read what could be
/// read only once. *Immutable.*
///
/// @param file that holds them
/// @param count how many
/// @param first of them, for a person: without user information and query
public record SeedFile(Path file, long count, String first) {
  /// Reads all lists and writes the file, for the owner's eyes alone: URLs may hold passwords.
  ///
  /// @throws dev.crawler.cli.exit.CommandException when there are none, or a list cannot be read
  public static SeedFile write(
      Path file, Collection<String> urls, Collection<String> inputs, InputStream in)
      throws IOException {
    long count = 0;
    var first = "";
    try (var seeds = SeedList.of(urls, inputs, List.of(), in, false);
        var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      seeds.requireAny();
      for (var seed : seeds) {
        first = count++ == 0 ? shown(seed) : first;
        out.write(seed + "\n");
      }
    }
    return new SeedFile(file, count, first);
  }

  private static String shown(String seed) {
    return seed.replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*", "");
  }
}
