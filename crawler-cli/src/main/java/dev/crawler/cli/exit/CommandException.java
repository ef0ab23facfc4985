package dev.crawler.cli.exit;

import dev.crawler.cli.Main;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// An end that a person can do something about: one line and a number, never a stack trace. Caught
/// in [Main] alone.
public final class CommandException extends RuntimeException {
  private final ExitCode code;
  private final String line;

  public CommandException(ExitCode code, String message) {
    super(message, null, false, false);
    this.line = message;
    this.code = code;
  }

  /// A list that cannot be read.
  public static CommandException unreadable(String name, IOException cause) {
    return new CommandException(ExitCode.INPUT, "cannot read " + name + ": " + why(cause));
  }

  /// A result that cannot be written.
  public static CommandException unwritable(String name, IOException cause) {
    return new CommandException(ExitCode.OUTPUT, "cannot write " + name + ": " + why(cause));
  }

  /// What to tell the person, without the program's name.
  public String line() {
    return line;
  }

  public ExitCode code() {
    return code;
  }

  /// File system exceptions give the path as their message; a person wants the reason.
  public static String why(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "something else is in the way";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
