package dev.crawler.cli.report;

import dev.crawler.cli.exit.CommandException;
import dev.crawler.cli.exit.ExitCode;
import dev.crawler.core.record.PartFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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

  /// Writes the text: whole or not at all, and to no place that a link chooses.
  ///
  /// @throws CommandException when it cannot be written
  public static void write(Path file, String text) {
    try {
      if (PartFile.isDevice(file)) {
        write(text, PartFile.openDevice(file));
      } else {
        var part = PartFile.of(file);
        write(text, part.create());
        part.moveIntoPlace();
      }
    } catch (IOException e) {
      throw CommandException.unwritable(file.toString(), e);
    }
  }

  private static void write(String text, OutputStream out) throws IOException {
    try (out) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
