package dev.crawler.processes.launch;

import dev.crawler.core.record.UnwritableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/// A worker process from its first to its last moment: reads its settings, holds on to its
/// life-line, does its work. What it says goes to standard error, which the coordinator hears line
/// by line. *Confined to the main thread.*
public final class WorkerLife {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int NO_SETTINGS = 2;

  private WorkerLife() {}

  /// Lives; returns the exit code.
  ///
  /// @param pipe standard input
  /// @param err standard error
  public static int live(InputStream pipe, PrintStream err, WorkerRole role) {
    Interrupts.ignore();
    Letter letter;
    try {
      letter = Letter.readFrom(pipe);
    } catch (IOException e) {
      err.println("no settings for this worker: " + e);
      return NO_SETTINGS;
    }
    return work(letter, err, role, LifeLine.hold(pipe, err));
  }

  private static int work(Letter letter, PrintStream err, WorkerRole role, LifeLine line) {
    try {
      role.run(letter.number(), letter.settings());
      return DONE;
    } catch (InterruptedException e) {
      return line.isCut() ? DONE : failed(e, err);
    } catch (Exception | Error e) {
      return line.isCut() ? DONE : failed(e, err);
    }
  }

  /// The trace first, since the last line is what a person is told. What the surroundings did needs
  /// none.
  private static int failed(Throwable fault, PrintStream err) {
    boolean isSurroundings = fault instanceof IOException && fault.getMessage() != null;
    if (!isSurroundings) {
      fault.printStackTrace(err);
    }
    err.println(isSurroundings ? fault.getMessage() : fault);
    return fault instanceof UnwritableException ? WorkerExit.UNWRITABLE : FAILED;
  }
}
