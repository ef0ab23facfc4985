package dev.crawler.cli.command;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// One command: what its help says of it, and what it does. *Confined to the main thread.*
public interface Command {
  /// How it is called, in one line.
  String synopsis();

  /// What it does, a line each.
  List<String> description();

  /// Its options.
  List<SettingGroup> options();

  /// Options that a file may hold though this command makes nothing of them, since the file was
  /// written for another.
  default List<SettingGroup> ignoredOptions() {
    return List.of();
  }

  /// Command lines that show what it is for.
  default List<String> examples() {
    return List.of();
  }

  /// Whether it takes anything besides options.
  boolean takesUrls();

  /// Further arguments, known from somewhere else, that the command line goes on from.
  ///
  /// @param parsed what was given
  /// @throws CommandException when they cannot be had
  default List<String> remembered(ParseResult parsed) {
    return List.of();
  }

  /// Does it.
  ///
  /// @throws CommandException when it cannot
  ExitCode run(ParseResult parsed) throws Exception;
}
