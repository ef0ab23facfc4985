package dev.crawler.cli.report;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that is written when the crawl is over. *No state.*
public final class ReportFile {
  private ReportFile() {}

  /// Refuses a path that cannot be written before the crawl begins rather than after it.
  public static void requireWritable(Path file) {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException(
          ExitCode.OUTPUT, "cannot write " + file + ": no such folder: " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new CommandException(ExitCode.OUTPUT, "cannot write " + file + ": it is a folder");
    }
  }

  /// Writes the text.
  ///
  /// @throws CommandException when it cannot be written
  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw CommandException.unwritable(file.toString(), e);
    }
  }
}
