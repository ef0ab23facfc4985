package dev.crawler.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Standard error: lines for a person, and below them one status line that is redrawn in place.
/// Uses no colour, so `NO_COLOR` holds by construction. *Thread-safe.*
public final class Terminal {
  private static final String ERASE = "\r\033[K";

  private final PrintStream err;
  private final boolean interactive;
  private volatile LogFormat format = LogFormat.TEXT;
  private boolean drawn;

  Terminal(PrintStream err, boolean interactive) {
    this.err = err;
    this.interactive = interactive;
  }

  /// Standard error of this process.
  public static Terminal ofProcess() {
    return new Terminal(System.err, isTerminal());
  }

  /// Whether a person is likely to look at a status line.
  public boolean isInteractive() {
    return interactive && !isLog();
  }

  /// Whether lines are for a program: then there is no status line.
  public boolean isLog() {
    return format == LogFormat.JSON;
  }

  /// Writes in that format from now on.
  public void use(LogFormat chosen) {
    format = chosen;
  }

  /// Tells it: in lines that begin with the program's name, without what could harm a terminal, or
  /// in one JSON object.
  public synchronized void say(Notice notice) {
    erase();
    if (isLog()) {
      err.println(LogLine.of(notice, Instant.now()));
    } else {
      notice.lines().forEach(line -> err.println(Printable.of("crawler: " + line)));
    }
  }

  /// Draws the status line anew. Line wrap is switched off meanwhile: the terminal itself cuts the
  /// line at its width, whatever that is and however often it changes.
  public synchronized void status(String line) {
    err.print("\r\033[?7l" + Printable.of(line) + "\033[K\033[?7h");
    err.flush();
    drawn = true;
  }

  /// Takes the status line away.
  public synchronized void erase() {
    if (drawn) {
      err.print(ERASE);
      err.flush();
      drawn = false;
    }
  }

  /// `System.console()` speaks of standard input and output, and both may be redirected while a
  /// person watches standard error. Linux can tell for each stream; elsewhere the console must do.
  private static boolean isTerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    var standardError = Path.of("/proc/self/fd/2");
    if (!Files.isSymbolicLink(standardError)) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
    try {
      var target = Files.readSymbolicLink(standardError).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
