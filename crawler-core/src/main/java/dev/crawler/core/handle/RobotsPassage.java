package dev.crawler.core.handle;

import java.util.Optional;

/// The lines of a robots.txt that decide on a URL, for a person to see. *Immutable.*
///
/// @param agent the first line that names the agent whose groups bind us; empty when no group does
/// @param rule the line whose pattern decides; empty when none matches
public record RobotsPassage(Optional<Line> agent, Optional<Line> rule) {
  /// Nothing binds us.
  public static final RobotsPassage NONE = new RobotsPassage(Optional.empty(), Optional.empty());

  /// A line as it stands in the file, blanks around it aside; may hold any character.
  ///
  /// @param number from 1
  public record Line(int number, String text) {}
}
