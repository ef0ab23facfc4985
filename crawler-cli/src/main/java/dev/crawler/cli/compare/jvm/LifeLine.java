package dev.crawler.cli.compare.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The pipe from the command, seen by a process that it started: when it ends, the command has let
/// go or is dead, and so is this process, a moment later at most. *Thread-safe.*
public final class LifeLine {
  private static final int CODE = 9;
  private static final long GRACE_MILLIS = 3_000;

  private LifeLine() {}

  /// Watches the pipe from now on, on a thread of the platform: it holds on to a blocking read for
  /// as long as the process lives.
  ///
  /// @param cleanUp done first; may take three seconds
  public static void hold(InputStream pipe, Runnable cleanUp) {
    Thread.ofPlatform().daemon().name("life-line").start(() -> watch(pipe, cleanUp));
  }

  private static void watch(InputStream pipe, Runnable cleanUp) {
    try {
      pipe.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("the life-line failed: " + e.getMessage());
    }
    var cleaner = Thread.ofPlatform().daemon().name("clean-up").start(cleanUp);
    try {
      cleaner.join(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(CODE);
  }
}
