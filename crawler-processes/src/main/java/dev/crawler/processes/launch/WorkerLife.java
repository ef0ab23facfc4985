package dev.crawler.processes.launch;

import java.io.IOException;
import java.io.InputStream;

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
  public static int live(InputStream pipe, WorkerRole role) {
    Interrupts.ignore();
    Letter letter;
    try {
      letter = Letter.readFrom(pipe);
    } catch (IOException e) {
      System.err.println("no settings for this worker: " + e);
      return NO_SETTINGS;
    }
    return work(letter, role, LifeLine.hold(pipe));
  }

  private static int work(Letter letter, WorkerRole role, LifeLine line) {
    try {
      role.run(letter.number(), letter.settings());
      return DONE;
    } catch (InterruptedException e) {
      return line.isCut() ? DONE : failed(e);
    } catch (Exception | Error e) {
      return line.isCut() ? DONE : failed(e);
    }
  }

  /// The trace first, since the last line is what a person is told.
  private static int failed(Throwable fault) {
    fault.printStackTrace();
    System.err.println(fault);
    return FAILED;
  }
}
